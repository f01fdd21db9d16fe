import type { MembershipId, OfferId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { KeptApart } from '../domain/import/plan-rows.ts'
import type { SupplyTables } from './tables.ts'

export const listKeptApart = async (db: Db, tenantId: TenantId): Promise<readonly KeptApart[]> => {
  const rows = await db
    .withTables<SupplyTables>()
    .selectFrom('offer_kept_apart')
    .select(['offer_id', 'other_id'])
    .where('tenant_id', '=', tenantId)
    .execute()
  return rows.map(row => [row.offer_id as OfferId, row.other_id as OfferId])
}

export const insertKeptApart = async (
  db: Db,
  tenantId: TenantId,
  [a, b]: KeptApart,
  { by, at }: { readonly by: MembershipId; readonly at: Date },
): Promise<void> => {
  await db
    .withTables<SupplyTables>()
    .insertInto('offer_kept_apart')
    .values({ tenant_id: tenantId, offer_id: a < b ? a : b, other_id: a < b ? b : a, decided_by: by, decided_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export const deleteKeptApart = async (db: Db, tenantId: TenantId, [a, b]: KeptApart): Promise<void> => {
  await db
    .withTables<SupplyTables>()
    .deleteFrom('offer_kept_apart')
    .where('tenant_id', '=', tenantId)
    .where('offer_id', '=', a < b ? a : b)
    .where('other_id', '=', a < b ? b : a)
    .execute()
}
