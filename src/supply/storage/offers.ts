import type { MembershipId, OfferId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { sql } from 'kysely'
import type { OfferRecord } from '../domain/offer-record.ts'
import { fromOffer, OFFER_COLUMNS, toOffer, type RawOffer } from './offer-rows.ts'
import type { SupplyTables } from './tables.ts'

const selectOffers = (db: Db, tenantId: TenantId) =>
  db.withTables<SupplyTables>().selectFrom('offer').select(OFFER_COLUMNS).where('tenant_id', '=', tenantId)

export const findOffer = async (db: Db, tenantId: TenantId, id: OfferId): Promise<OfferRecord | undefined> => {
  const row = await selectOffers(db, tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toOffer(row)
}

export const findOffers = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly OfferId[],
): Promise<ReadonlyMap<OfferId, OfferRecord>> => {
  if (ids.length === 0) return new Map()
  const rows = await selectOffers(db, tenantId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('name')
    .execute()
  return new Map(rows.map(row => toOffer(row)).map(offer => [offer.id, offer]))
}

/** For changing them: held until the transaction ends, always in the same order. */
export const lockOffers = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly OfferId[],
): Promise<ReadonlyMap<OfferId, OfferRecord>> => {
  if (ids.length === 0) return new Map()
  const rows = await selectOffers(db, tenantId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => toOffer(row)).map(offer => [offer.id, offer]))
}

/** All offers that a list can be about: everything but what was merged into another. */
export const listKnownOffers = async (db: Db, tenantId: TenantId): Promise<readonly OfferRecord[]> =>
  (await selectOffers(db, tenantId).where('state', '!=', 'merged').orderBy('id').execute()).map(row => toOffer(row))

export const listActiveOffers = async (db: Db, tenantId: TenantId): Promise<readonly OfferRecord[]> =>
  (await selectOffers(db, tenantId).where('state', '=', 'active').orderBy('name').orderBy('id').execute()).map(row =>
    toOffer(row),
  )

/** By what one sees whether an offer changed. */
export interface OfferMark {
  readonly id: OfferId
  readonly version: number
  readonly updatedAt: Date
}

export const listActiveMarks = async (db: Db, tenantId: TenantId): Promise<readonly OfferMark[]> => {
  const rows = await db
    .withTables<SupplyTables>()
    .selectFrom('offer')
    .select(['id', 'version', 'updated_at'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'active')
    .execute()
  return rows.map(row => ({ id: row.id as OfferId, version: row.version, updatedAt: row.updated_at }))
}

export const findOfferByKey = async (db: Db, tenantId: TenantId, identityKey: string): Promise<OfferRecord | undefined> => {
  const row = await selectOffers(db, tenantId)
    .where('identity_key', '=', identityKey)
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : toOffer(row)
}

export const listMergedInto = async (db: Db, tenantId: TenantId, id: OfferId): Promise<readonly OfferRecord[]> =>
  (await selectOffers(db, tenantId).where('merged_into', '=', id).orderBy('name').execute()).map(row => toOffer(row))

export interface OfferTrace {
  readonly by: MembershipId
  readonly at: Date
  /** What was done: `amended`, `import <id>`, `merged`, … */
  readonly cause: string
}

const keepVersions = (db: Db, tenantId: TenantId, ids: readonly OfferId[], trace: OfferTrace) =>
  sql`insert into offer_version (tenant_id, offer_id, version, fields, replaced_at, replaced_by, cause)
    select o.tenant_id, o.id, o.version, to_jsonb(o) - 'tenant_id' - 'identity_key' - 'created_at', ${trace.at}, ${trace.by}, ${trace.cause}
    from offer o where o.tenant_id = ${tenantId} and o.id = any(${ids}::uuid[])`.execute(db)

const WRITTEN = [...OFFER_COLUMNS, 'identity_key'] as const
const columns = sql.join(WRITTEN.map(name => sql.ref(name)))
const replaced = sql.join(WRITTEN.filter(name => name !== 'id').map(name => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))

/** Writes new offers and new versions of known ones, of which the former version is kept. Lock known ones first. */
export const saveOffers = async (
  db: Db,
  tenantId: TenantId,
  offers: readonly OfferRecord[],
  trace: OfferTrace,
): Promise<void> => {
  if (offers.length === 0) return
  const known = offers.filter(offer => offer.version > 1).map(offer => offer.id)
  if (known.length > 0) await keepVersions(db, tenantId, known, trace)
  await sql`insert into offer (tenant_id, ${columns})
    select ${tenantId}::uuid, ${columns} from jsonb_to_recordset(${JSON.stringify(offers.map(fromOffer))}::jsonb) as x (
      id uuid, organisation_id uuid, organisation_name text, name text, kind text, description text, areas text[], postcode text,
      place text, address text, capacity integer, free_stated integer, free_stated_on date, last_confirmed_on date,
      last_confirmed_precision text, last_confirmed_by text, details jsonb, sources jsonb, corrected_fields text[], state text,
      merged_into uuid, version integer, updated_at timestamptz, identity_key text)
    on conflict (tenant_id, id) do update set ${replaced}`.execute(db)
}

export interface FormerVersion {
  readonly version: number
  readonly offer: OfferRecord
  readonly replacedAt: Date
  readonly replacedBy: MembershipId | undefined
  readonly cause: string
}

/** Former versions, newest first. */
export const listVersions = async (db: Db, tenantId: TenantId, id: OfferId, limit: number): Promise<readonly FormerVersion[]> => {
  const rows = await db
    .withTables<SupplyTables>()
    .selectFrom('offer_version')
    .select(['version', 'fields', 'replaced_at', 'replaced_by', 'cause'])
    .where('tenant_id', '=', tenantId)
    .where('offer_id', '=', id)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    version: row.version,
    offer: toOffer(row.fields as RawOffer),
    replacedAt: row.replaced_at,
    replacedBy: (row.replaced_by as MembershipId | null) ?? undefined,
    cause: row.cause,
  }))
}

/** Those that `other` stood for, and itself: from now on `kept` stands for all of them. */
export const leadTo = async (db: Db, tenantId: TenantId, other: OfferId, kept: OfferId): Promise<void> => {
  await db
    .withTables<SupplyTables>()
    .updateTable('offer')
    .set({ survivor_id: kept })
    .where('tenant_id', '=', tenantId)
    .where(or => or.or([or('id', '=', other), or('survivor_id', '=', other)]))
    .execute()
}

/** Takes that back: `other` stands for itself again, and for those that had been merged into it before. */
export const leadBack = async (db: Db, tenantId: TenantId, other: OfferId): Promise<void> => {
  await sql`with recursive branch as (
      select ${other}::uuid as id
      union
      select o.id from branch b join offer o on o.tenant_id = ${tenantId} and o.survivor_id is not null and o.merged_into = b.id
    )
    update offer o set survivor_id = case when o.id = ${other} then null else ${other}::uuid end
    from branch b where o.tenant_id = ${tenantId} and o.id = b.id`.execute(db)
}

/** The offer that stands for this one now: itself, unless it was merged away. */
export const findSurvivor = async (db: Db, tenantId: TenantId, id: OfferId): Promise<OfferId | undefined> => {
  const row = await db
    .withTables<SupplyTables>()
    .selectFrom('offer')
    .select(['id', 'survivor_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : ((row.survivor_id ?? row.id) as OfferId)
}
