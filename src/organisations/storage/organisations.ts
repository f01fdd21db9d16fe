import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import { Organisation } from '../domain/organisation.ts'
import type { OrganisationTables } from './tables.ts'

const tables = (db: Db) => db.withTables<OrganisationTables>()

export const insertMunicipality = async (db: Db, tenantId: TenantId, slug: string, name: string): Promise<void> => {
  await tables(db).insertInto('municipality').values({ tenant_id: tenantId, slug, name }).execute()
}

export const insertOrganisation = async (db: Db, tenantId: TenantId, organisation: Organisation, at: Date): Promise<void> => {
  await tables(db)
    .insertInto('organisation')
    .values({
      tenant_id: tenantId,
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      email: organisation.email ?? null,
      phone: organisation.phone ?? null,
      version: organisation.version,
      created_at: at,
    })
    .execute()
}

export const listOrganisations = async (db: Db, tenantId: TenantId): Promise<readonly Organisation[]> => {
  const rows = await tables(db)
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'email', 'phone', 'version'])
    .where('tenant_id', '=', tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(row =>
    Organisation.parse({
      id: row.id,
      name: row.name,
      kind: row.kind,
      email: row.email ?? undefined,
      phone: row.phone ?? undefined,
      version: row.version,
    }),
  )
}
