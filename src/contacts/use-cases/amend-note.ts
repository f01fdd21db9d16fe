import { z } from 'zod'
import { accept, freeText, NoteId, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteNotes } from '../access.ts'
import { getNote, replaceNote } from '../storage/notes.ts'

export const amendNote = command({
  name: 'contacts.amendNote',
  summary: 'Amends a note; the earlier words are kept',
  input: z.object({
    participantId: ParticipantId,
    noteId: NoteId,
    words: freeText(20_000, 1),
    version: z.coerce.number().int().positive(),
  }),
  output: z.object({ noteId: NoteId, version: z.number() }),
  access: mayWriteNotes,
  subject: input => input.participantId,
  rest: { method: 'PATCH', path: '/participants/{participantId}/notes/{noteId}' },
  run: async ({ db, tenantId, memberId, input, now, record }) => {
    const note = await getNote(db, tenantId, input.participantId, input.noteId)
    if (note.writtenBy !== memberId) return refuse('notPossibleNow', undefined, { state: 'notYours' })
    if (note.version !== input.version)
      return refuse('versionConflict', 'words', { current: { words: note.words, version: note.version } })
    await replaceNote(db, tenantId, note, input.words, { memberId, at: now })
    record({ entity: 'note', id: note.id, version: note.version + 1, fields: ['words'] })
    return accept({ noteId: note.id, version: note.version + 1 })
  },
})
