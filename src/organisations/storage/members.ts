import { sql } from 'kysely'
import type { MembershipId, OrganisationId, ParticipantId, Role, TenantId, UserId } from '#kernel'
import type { Db } from '#platform'
import { Member } from '../domain/member.ts'
import type { OrganisationTables } from './tables.ts'

const tables = (db: Db) => db.withTables<OrganisationTables>()

export interface NewMembership {
  readonly id: MembershipId
  readonly userId: UserId
  readonly organisationId: OrganisationId | undefined
  readonly participantId: ParticipantId | undefined
  readonly role: Role
  readonly name: string
  readonly functionTitle: string | undefined
  readonly at: Date
}

export const insertMembership = async (db: Db, tenantId: TenantId, membership: NewMembership): Promise<void> => {
  await tables(db)
    .insertInto('membership')
    .values({
      tenant_id: tenantId,
      id: membership.id,
      user_id: membership.userId,
      organisation_id: membership.organisationId ?? null,
      participant_id: membership.participantId ?? null,
      role: membership.role,
      name: membership.name,
      function_title: membership.functionTitle ?? null,
      active: true,
      version: 1,
      created_at: membership.at,
    })
    .execute()
}

/** The same person in the same role at the same place. */
export const hasPlace = async (
  db: Db,
  tenantId: TenantId,
  place: Pick<NewMembership, 'userId' | 'role' | 'organisationId' | 'participantId'>,
): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('membership')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', place.userId)
    .where('role', '=', place.role)
    .where('organisation_id', 'is not distinct from', place.organisationId ?? null)
    .where('participant_id', 'is not distinct from', place.participantId ?? null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose account a membership belongs to. */
export const findUserOf = async (db: Db, tenantId: TenantId, id: MembershipId): Promise<UserId | undefined> => {
  const row = await tables(db)
    .selectFrom('membership')
    .select('user_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.user_id as UserId | undefined
}

const memberRows = (db: Db, tenantId: TenantId) =>
  tables(db)
    .selectFrom('membership as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .leftJoin('organisation as o', join => join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'))
    .select([
      'm.id',
      'm.user_id',
      'm.name',
      'u.email',
      'm.role',
      'm.function_title',
      'm.organisation_id',
      'o.name as organisation_name',
      'm.active',
      'm.version',
    ])
    .where('m.tenant_id', '=', tenantId)
    .where('m.role', '<>', 'participant')

type Row = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number]
const memberIn = (row: Row): Member =>
  Member.parse({
    id: row.id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    functionTitle: row.function_title ?? undefined,
    organisationId: row.organisation_id ?? undefined,
    organisationName: row.organisation_name ?? undefined,
    active: row.active,
    version: row.version,
  })

const MOST = 2_000
export const listMembers = async (db: Db, tenantId: TenantId): Promise<readonly Member[]> => {
  const rows = await memberRows(db, tenantId)
    .orderBy('m.active', 'desc')
    .orderBy(sql`lower(m.name)`)
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows.map(memberIn)
}

export const listMembersOf = async (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Member[]> => {
  const rows = await memberRows(db, tenantId)
    .where('m.organisation_id', '=', organisationId)
    .where('m.active', '=', true)
    .orderBy(sql`lower(m.name)`)
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows.map(memberIn)
}

export const lockMember = async (db: Db, tenantId: TenantId, id: MembershipId): Promise<Member | undefined> => {
  const row = await memberRows(db, tenantId).where('m.id', '=', id).forUpdate('m').executeTakeFirst()
  return row === undefined ? undefined : memberIn(row)
}

export const setActive = async (
  db: Db,
  tenantId: TenantId,
  member: { readonly id: MembershipId; readonly active: boolean; readonly version: number },
): Promise<void> => {
  await tables(db)
    .updateTable('membership')
    .set({ active: member.active, version: member.version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', member.id)
    .execute()
}

export const insertApiToken = async (
  db: Db,
  token: {
    readonly id: string
    readonly hash: string
    readonly tenantId: TenantId
    readonly memberId: MembershipId
    readonly name: string
    readonly until: Date
  },
): Promise<void> => {
  await tables(db)
    .insertInto('auth.api_token')
    .values({
      id: token.id,
      token: token.hash,
      tenant_id: token.tenantId,
      membership_id: token.memberId,
      name: token.name,
      expires_at: token.until,
    })
    .execute()
}
