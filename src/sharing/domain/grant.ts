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

const isFor = (grant: Grant, who: { readonly membershipId?: string | undefined; readonly organisationId?: string | undefined }) =>
  (grant.membershipId !== undefined && grant.membershipId === who.membershipId) ||
  (grant.organisationId !== undefined && grant.organisationId === who.organisationId)

export const isOpenOn = (grant: Grant, day: CalendarDay, at: Date): boolean =>
  grant.validFrom <= day &&
  (grant.validUntil === undefined || day <= grant.validUntil) &&
  (grant.revokedAt === undefined || at <= grant.revokedAt)

/** What one member did on one day in one dossier, however often. */
export interface Look {
  readonly day: CalendarDay
  readonly membershipId: MembershipId | undefined
  readonly organisationId: OrganisationId | undefined
  readonly role: string
  readonly firstAt: Date
  readonly lastAt: Date
  readonly times: number
  readonly wrote: boolean
  readonly slices: readonly string[]
}

export interface Why {
  /** `task`: the role's task in law opens this for the whole municipality, without a grant for one person. */
  readonly ground: Grant['ground'] | 'task'
  readonly purpose: string
  readonly legalBasis: string
}

const BY_TASK: Why = { ground: 'task', purpose: 'municipalTask', legalBasis: '' }

/** On which grounds these looks were possible, each once. */
export const whyOf = (look: Look, grants: readonly Grant[]): readonly Why[] => {
  const whys = grants
    .filter(grant => isFor(grant, look) && isOpenOn(grant, look.day, look.firstAt))
    .map(({ ground, purpose, legalBasis }): Why => ({ ground, purpose, legalBasis }))
  const distinct = [...new Map(whys.map(why => [`${why.ground} ${why.purpose}`, why])).values()]
  return distinct.length > 0 ? distinct : [BY_TASK]
}
