import { z } from 'zod'
import { CalendarDay, MembershipId, OrganisationId, ParticipantId } from '#kernel'
import { GROUNDS } from './grounds.ts'

/** Who reaches which slices of whose dossier, on which ground, for which purpose, until when. */
export const Grant = z.object({
  id: z.uuid(),
  participantId: ParticipantId,
  membershipId: MembershipId.optional(),
  organisationId: OrganisationId.optional(),
  reads: z.array(z.string()),
  writes: z.array(z.string()),
  ground: z.enum(GROUNDS),
  legalBasis: z.string(),
  purpose: z.string(),
  validFrom: CalendarDay,
  validUntil: CalendarDay.optional(),
  revokedAt: z.date().optional(),
})
export type Grant = z.infer<typeof Grant>

/** Whether it opened anything on that day, at that moment. */
export const isOpenOn = (grant: Grant, day: CalendarDay, at: Date): boolean =>
  grant.validFrom <= day &&
  (grant.validUntil === undefined || day <= grant.validUntil) &&
  (grant.revokedAt === undefined || at <= grant.revokedAt)
