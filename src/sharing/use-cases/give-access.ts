import type { CalendarDay, MembershipId, OrganisationId, ParticipantId } from '#kernel'
import type { CommandContext } from '#platform'
import type { Ground, Reach } from '../domain/grounds.ts'
import { insertGrant, revokeGrants } from '../storage/grants.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'memberId' | 'now' | 'today' | 'newId' | 'record'>

/** Part of another module's command (which declares the `sharing` slice for writing): opens a reach on a ground. */
export const giveAccess = async (
  context: Writing,
  grant: {
    readonly participantId: ParticipantId
    readonly grantee: { readonly membershipId: MembershipId } | { readonly organisationId: OrganisationId }
    readonly ground: Ground
    readonly reach: Reach
    /** Law article or agreement, as text from the reference data or the configuration. */
    readonly legalBasis: string
    /** What for, as a key of the purposes that the person reads: `coordinate`, `answerReferral`, `expect`… */
    readonly purpose: string
    /** The last day; left out, until it is ended. */
    readonly until?: CalendarDay
  },
): Promise<void> => {
  const id = context.newId<string>()
  await insertGrant(context.db, {
    ...grant,
    tenantId: context.tenantId,
    id,
    from: context.today,
    by: context.memberId,
    at: context.now,
  })
  context.record({ entity: 'accessGrant', id, participantId: grant.participantId, fields: [...grant.reach.reads] })
}

/** Ends what was opened on a ground. */
export const endAccess = async (
  context: Writing,
  which: {
    readonly participantId: ParticipantId
    readonly ground: Ground
    readonly organisationId?: OrganisationId
    readonly membershipId?: MembershipId
  },
): Promise<void> => {
  await revokeGrants(context.db, { ...which, tenantId: context.tenantId }, context.now)
  context.record({ entity: 'accessGrant', id: which.participantId, participantId: which.participantId, fields: ['revokedAt'] })
}
