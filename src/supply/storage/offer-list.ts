import type { CalendarDay, Law, TenantId, WheelArea } from '#kernel'
import type { Db } from '#platform'
import { sql } from 'kysely'
import type { Freshness, FreshnessRule } from '../domain/freshness.ts'
import type { OfferKind } from '../domain/offer.ts'
import { OFFER_COLUMNS, toOffer } from './offer-rows.ts'
import type { OfferRecord } from '../domain/offer-record.ts'
import type { SupplyTables } from './tables.ts'

export const OFFER_SORTS = ['name', 'organisation', 'place', 'confirmed', 'free'] as const
export type OfferSort = (typeof OFFER_SORTS)[number]

export interface OfferFilter {
  readonly text?: string | undefined
  readonly area?: WheelArea | undefined
  readonly kind?: OfferKind | undefined
  readonly law?: Law | undefined
  readonly organisation?: string | undefined
  readonly place?: string | undefined
  readonly freshness?: Freshness | undefined
  readonly withPlaces?: boolean | undefined
  readonly archived?: boolean | undefined
}

interface Asked {
  readonly today: CalendarDay
  readonly rule: FreshnessRule
  readonly sort: OfferSort
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** The last day of which a confirmation speaks: with month precision the last of that month. */
const confirmedUntil = sql`(case when o.last_confirmed_precision = 'month'
  then (o.last_confirmed_on + interval '1 month')::date else o.last_confirmed_on end)`
const months = (n: number) => sql`${`${n} months`}::interval`

/** The same as `freshness` in the domain. */
const freshnessNow = ({ today, rule }: Asked) => sql<Freshness>`(case
  when o.last_confirmed_on is null or o.last_confirmed_on > ${today}::date then 'unknown'
  when (${confirmedUntil} + ${months(rule.staleAfterMonths)})::date <= ${today}::date then 'stale'
  when (${confirmedUntil} + ${months(rule.ageingAfterMonths)})::date <= ${today}::date then 'ageing'
  else 'fresh' end)`

/** The same as `freeNow` in the domain: greatest and least leave unknown out. */
const placesNow = sql<number | null>`(case when o.capacity is null and o.free_stated is null then null
  else greatest(0, least(o.capacity - coalesce(c.placed, 0), o.free_stated - coalesce(c.placed_since_statement, 0))) end)`

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const conditions = (tenantId: TenantId, filter: OfferFilter, asked: Asked) => {
  const words = (filter.text ?? '').split(/\s+/).filter(word => word !== '')
  return sql.join(
    [
      sql`o.tenant_id = ${tenantId}`,
      sql`o.state = ${filter.archived === true ? 'archived' : 'active'}`,
      ...words.map(
        word =>
          sql`(o.name ilike ${contains(word)} or o.organisation_name ilike ${contains(word)} or o.description ilike ${contains(word)}
            or o.details ->> 'targetGroupText' ilike ${contains(word)})`,
      ),
      ...(filter.area === undefined ? [] : [sql`${filter.area} = any(o.areas)`]),
      ...(filter.kind === undefined ? [] : [sql`o.kind = ${filter.kind}`]),
      ...(filter.law === undefined ? [] : [sql`o.details -> 'laws' @> ${JSON.stringify([filter.law])}::jsonb`]),
      ...(filter.organisation === undefined ? [] : [sql`o.organisation_name = ${filter.organisation}`]),
      ...(filter.place === undefined ? [] : [sql`o.place = ${filter.place}`]),
      ...(filter.freshness === undefined ? [] : [sql`${freshnessNow(asked)} = ${filter.freshness}`]),
      ...(filter.withPlaces === true ? [sql`${placesNow} > 0`] : []),
    ],
    sql` and `,
  )
}

const ORDER = {
  name: sql`lower(o.name)`,
  organisation: sql`lower(o.organisation_name)`,
  place: sql`lower(o.place)`,
  confirmed: sql`o.last_confirmed_on`,
  free: placesNow,
} as const satisfies Record<OfferSort, unknown>

export interface ListedOffer {
  readonly offer: OfferRecord
  readonly free: number | null
  readonly waiting: number
}

/** A page of the supply, and how many there are in all. */
export const listOffersOf = async (
  db: Db,
  tenantId: TenantId,
  filter: OfferFilter,
  asked: Asked,
): Promise<{ readonly offers: readonly ListedOffer[]; readonly total: number }> => {
  type Row = SupplyTables['offer'] & { readonly free_now: number | null; readonly waiting: number; readonly total: number }
  const columns = sql.join(OFFER_COLUMNS.map(name => sql.ref(`o.${name}`)))
  const direction = asked.descending ? sql`desc nulls last` : sql`asc nulls last`
  const { rows } =
    await sql<Row>`select ${columns}, ${placesNow} as free_now, coalesce(c.waiting, 0) as waiting, count(*) over () as total
    from offer o left join offer_counts() c on c.offer_id = o.id
    where ${conditions(tenantId, filter, asked)}
    order by ${ORDER[asked.sort]} ${direction}, lower(o.name), o.id
    limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return {
    offers: rows.map(row => ({ offer: toOffer(row), free: row.free_now, waiting: row.waiting })),
    total: rows[0]?.total ?? 0,
  }
}

/** What there is to choose from in the filters. */
export const listFilterChoices = async (
  db: Db,
  tenantId: TenantId,
): Promise<{ readonly organisations: readonly string[]; readonly places: readonly string[]; readonly count: number }> => {
  const { rows } = await sql<{ organisations: string[] | null; places: string[] | null; count: number }>`
    select array_agg(distinct organisation_name) filter (where organisation_name <> '') as organisations,
      array_agg(distinct place) filter (where place <> '') as places, count(*) as count
    from offer where tenant_id = ${tenantId} and state = 'active'`.execute(db)
  const row = rows[0]
  return { organisations: row?.organisations ?? [], places: row?.places ?? [], count: row?.count ?? 0 }
}
