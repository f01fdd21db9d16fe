import { z } from 'zod'
import { CalendarDay, freeText, MembershipId, NoteId, ParticipantId } from '#kernel'

export const NOTE_KINDS = ['conversation', 'phone', 'message', 'visit', 'other'] as const
export const NoteKind = z.enum(NOTE_KINDS)
export type NoteKind = z.infer<typeof NoteKind>

/** What a coach writes down after a contact. */
export const Note = z.object({
  id: NoteId,
  participantId: ParticipantId,
  words: freeText(20_000, 1),
  kind: NoteKind,
  happenedOn: CalendarDay,
  writtenAt: z.date(),
  writtenBy: MembershipId,
  version: z.int().positive(),
})
export type Note = z.infer<typeof Note>
