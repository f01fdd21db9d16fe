import type { GeoPoint, TenantId } from '#kernel'
import type { Db } from '#platform'
import { sql } from 'kysely'
import type { SupplyTables } from './tables.ts'

export interface PostcodePoint extends GeoPoint {
  readonly postcode: string
}

export const listPoints = async (
  db: Db,
  tenantId: TenantId,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, GeoPoint>> => {
  if (postcodes.length === 0) return new Map()
  const rows = await db
    .withTables<SupplyTables>()
    .selectFrom('postcode_point')
    .select(['postcode', 'lat', 'lon'])
    .where('tenant_id', '=', tenantId)
    .where('postcode', '=', sql<string>`any(${postcodes}::text[])`)
    .execute()
  return new Map(rows.map(row => [row.postcode, { lat: row.lat, lon: row.lon }]))
}

/** Points of postcodes; a postcode that is known gets the new point. Offers there count as changed, since their distance did. */
export const savePoints = async (db: Db, tenantId: TenantId, points: readonly PostcodePoint[], source: string): Promise<void> => {
  await sql`with moved as (
      insert into postcode_point (tenant_id, postcode, lat, lon, source)
      select ${tenantId}::uuid, postcode, lat, lon, ${source}
      from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as x (postcode text, lat double precision, lon double precision)
      on conflict (tenant_id, postcode) do update set lat = excluded.lat, lon = excluded.lon, source = excluded.source
      returning postcode
    )
    update offer set updated_at = greatest(updated_at + interval '1 millisecond', now())
    where tenant_id = ${tenantId} and postcode in (select postcode from moved)`.execute(db)
}
