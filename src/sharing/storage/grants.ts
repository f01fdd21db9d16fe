import type { CalendarDay, MembershipId, OrganisationId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { Ground, Reach } from '../domain/grounds.ts'
import type { SharingTables } from './tables.ts'

export interface NewGrant {
  readonly tenantId: TenantId
  readonly id: string
  readonly participantId: ParticipantId
  readonly grantee: { readonly membershipId: MembershipId } | { readonly organisationId: OrganisationId }
  readonly reach: Reach
  readonly ground: Ground
  readonly legalBasis: string
  readonly purpose: string
  readonly from: CalendarDay
  readonly until?: CalendarDay
  readonly by: MembershipId
  readonly at: Date
}

export const insertGrant = async (db: Db, grant: NewGrant): Promise<void> => {
  await db
    .withTables<SharingTables>()
    .insertInto('access_grant')
    .values({
      tenant_id: grant.tenantId,
      id: grant.id,
      participant_id: grant.participantId,
      membership_id: 'membershipId' in grant.grantee ? grant.grantee.membershipId : null,
      organisation_id: 'membershipId' in grant.grantee ? null : grant.grantee.organisationId,
      reads: grant.reach.reads,
      writes: grant.reach.writes,
      ground: grant.ground,
      legal_basis: grant.legalBasis,
      purpose: grant.purpose,
      valid_from: grant.from,
      valid_until: grant.until ?? null,
      revoked_at: null,
      created_by: grant.by,
      created_at: grant.at,
      version: 1,
    })
    .execute()
}

/** Ends every grant on this ground, for one grantee or for all. */
export const revokeGrants = async (
  db: Db,
  which: {
    readonly tenantId: TenantId
    readonly participantId: ParticipantId
    readonly ground: Ground
    readonly organisationId?: OrganisationId
    readonly membershipId?: MembershipId
  },
  at: Date,
): Promise<void> => {
  await db
    .withTables<SharingTables>()
    .updateTable('access_grant')
    .set(eb => ({ revoked_at: at, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', which.tenantId)
    .where('participant_id', '=', which.participantId)
    .where('ground', '=', which.ground)
    .where('revoked_at', 'is', null)
    .$if(which.organisationId !== undefined, q => q.where('organisation_id', '=', which.organisationId ?? ''))
    .$if(which.membershipId !== undefined, q => q.where('membership_id', '=', which.membershipId ?? ''))
    .execute()
}
