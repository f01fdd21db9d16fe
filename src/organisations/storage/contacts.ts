import type { OrganisationId, TenantId } from '#kernel'
import type { Db } from '#platform'

type ContactTables = {
  readonly organisation: {
    readonly tenant_id: string
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly email: string | null
    readonly phone: string | null
    readonly address: string | null
    readonly place: string | null
  }
}

export interface OrganisationContact {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: string
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly address: string | undefined
  readonly place: string | undefined
}

/** How every organisation of the municipality can be reached, by name. */
export const listOrganisationContacts = async (db: Db, tenantId: TenantId): Promise<readonly OrganisationContact[]> => {
  const rows = await db
    .withTables<ContactTables>()
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'email', 'phone', 'address', 'place'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .execute()
  return rows.map(row => ({
    id: row.id as OrganisationId,
    name: row.name,
    kind: row.kind,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    address: row.address ?? undefined,
    place: row.place ?? undefined,
  }))
}
