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

/** Points of postcodes; a postcode that is known gets the new point. */
export const savePoints = async (db: Db, tenantId: TenantId, points: readonly PostcodePoint[], source: string): Promise<void> => {
  await sql`insert into postcode_point (tenant_id, postcode, lat, lon, source)
    select ${tenantId}::uuid, postcode, lat, lon, ${source}
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as x (postcode text, lat double precision, lon double precision)
    on conflict (tenant_id, postcode) do update set lat = excluded.lat, lon = excluded.lon, source = excluded.source`.execute(db)
}
