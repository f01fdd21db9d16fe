import { z } from 'zod'
import { CalendarDay, MembershipId, NoteId, ParticipantId } from '#kernel'
import { query } from '#platform'
import { mayReadNotes } from '../access.ts'
import { NoteKind } from '../domain/note.ts'
import { listNotes as loadNotes } from '../storage/notes.ts'

export const listNotes = query({
  name: 'contacts.listNotes',
  summary: 'The notes of a dossier, newest first',
  input: z.object({ participantId: ParticipantId, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({
    notes: z.array(
      z.object({
        id: NoteId,
        words: z.string(),
        kind: NoteKind,
        happenedOn: CalendarDay,
        writtenAt: z.iso.datetime(),
        writtenBy: MembershipId,
        version: z.number(),
      }),
    ),
  }),
  access: mayReadNotes,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/notes' },
  oneBatch: true,
  run: async ({ db, tenantId, input }) => {
    const notes = await loadNotes(db, tenantId, input.participantId, input.limit)
    return { notes: notes.map(note => ({ ...note, writtenAt: note.writtenAt.toISOString() })) }
  },
})
