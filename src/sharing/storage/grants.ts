import { sql } from 'kysely'
import type { CalendarDay, MembershipId, OrganisationId, ParticipantId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Grant } from '../domain/grant.ts'
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

/** Whoever gives this person an own sign-in waits here for another who does, until that transaction has ended. */
export const takeTurn = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${participantId}/self`}, 0))`.execute(db)
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

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<SharingTables>()
    .selectFrom('access_grant')
    .select([
      'id',
      'participant_id',
      'membership_id',
      'organisation_id',
      'reads',
      'writes',
      'ground',
      'legal_basis',
      'purpose',
      'valid_from',
      'valid_until',
      'revoked_at',
    ])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('valid_from')
    .orderBy('id'),
)

/** Every grant on a dossier, also what has ended; oldest first. */
export const listGrants = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Grant[]> => {
  const rows = await ofPerson(db, { tenantId, participantId })
  return rows.map(row =>
    Grant.parse({
      id: row.id,
      participantId: row.participant_id,
      membershipId: row.membership_id ?? undefined,
      organisationId: row.organisation_id ?? undefined,
      reads: row.reads,
      writes: row.writes,
      ground: row.ground,
      legalBasis: row.legal_basis,
      purpose: row.purpose,
      validFrom: row.valid_from,
      validUntil: row.valid_until ?? undefined,
      revokedAt: row.revoked_at ?? undefined,
    }),
  )
}
