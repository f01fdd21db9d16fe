import { sql } from 'kysely'
import type { MembershipId, OrganisationId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'

type NameTables = {
  readonly membership: {
    readonly tenant_id: string
    readonly id: string
    readonly organisation_id: string | null
    readonly role: string
    readonly name: string
    readonly function_title: string | null
  }
  readonly organisation: { readonly tenant_id: string; readonly id: string; readonly name: string; readonly kind: string }
}

export interface MemberName {
  readonly name: string
  readonly role: string
  readonly functionTitle: string | undefined
  readonly organisationName: string | undefined
}

const members = prepared<{ tenantId: TenantId; ids: readonly MembershipId[] }>()((db, param) =>
  db
    .withTables<NameTables>()
    .selectFrom('membership as m')
    .leftJoin('organisation as o', join => join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'))
    .select(['m.id', 'm.name', 'm.role', 'm.function_title', 'o.name as organisation_name'])
    .where('m.tenant_id', '=', param('tenantId'))
    .where('m.id', '=', sql<string>`any(${param('ids')}::uuid[])`),
)

export const listMemberNames = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly MembershipId[],
): Promise<ReadonlyMap<MembershipId, MemberName>> => {
  if (ids.length === 0) return new Map()
  const rows = await members(db, { tenantId, ids })
  return new Map(
    rows.map(row => [
      row.id as MembershipId,
      {
        name: row.name,
        role: row.role,
        functionTitle: row.function_title ?? undefined,
        organisationName: row.organisation_name ?? undefined,
      },
    ]),
  )
}

export interface OrganisationName {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: string
}

const organisations = prepared<{ tenantId: TenantId }>()((db, param) =>
  db
    .withTables<NameTables>()
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('tenant_id', '=', param('tenantId'))
    .orderBy('name'),
)

/** All organisations of the municipality, by name. */
export const listOrganisationNames = async (db: Db, tenantId: TenantId): Promise<readonly OrganisationName[]> => {
  const rows = await organisations(db, { tenantId })
  return rows.map(row => ({ id: row.id as OrganisationId, name: row.name, kind: row.kind }))
}
