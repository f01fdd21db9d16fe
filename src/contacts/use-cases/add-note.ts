import { z } from 'zod'
import { accept, CalendarDay, freeText, NoteId, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteNotes } from '../access.ts'
import { NoteKind } from '../domain/note.ts'
import { insertNote } from '../storage/notes.ts'

export const addNote = command({
  name: 'contacts.addNote',
  summary: 'Writes a note in a dossier',
  input: z.object({
    participantId: ParticipantId,
    words: freeText(20_000, 1),
    kind: NoteKind.default('conversation'),
    happenedOn: CalendarDay.optional(),
  }),
  output: z.object({ noteId: NoteId }),
  access: mayWriteNotes,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/notes', status: 201 },
  run: async ({ db, tenantId, memberId, input, now, today, newId, record }) => {
    const happenedOn = input.happenedOn ?? today
    if (happenedOn > today) return refuse('invalidInput', 'happenedOn', { reason: 'inFuture' })
    const noteId = newId<NoteId>()
    await insertNote(db, tenantId, { ...input, id: noteId, happenedOn, writtenAt: now, writtenBy: memberId, version: 1 })
    record({ entity: 'note', id: noteId, version: 1, fields: ['words', 'kind', 'happenedOn'] })
    return accept({ noteId })
  },
})
