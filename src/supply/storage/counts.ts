import type { OfferId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { sql } from 'kysely'
import type { OfferCounts } from '../domain/free-places.ts'
import type { SupplyTables } from './tables.ts'

/** How earlier participants fared. */
export interface OfferExperiences {
  readonly joined: number
  readonly stayed: number
  readonly stopped: number
}
export interface OfferTally extends OfferCounts, OfferExperiences {
  readonly offerId: OfferId
}

interface Row {
  readonly offer_id: string
  readonly placed_since_statement: number
  readonly placed: number
  readonly waiting: number
  readonly joined: number
  readonly stayed: number
  readonly stopped: number
}

/** Counts only, for the whole municipality: who it is about stays behind the wall. */
export const listTallies = async (db: Db, offerId?: OfferId): Promise<ReadonlyMap<OfferId, OfferTally>> => {
  const { rows } = await sql<Row>`select offer_id, placed_since_statement, placed, waiting, joined, stayed, stopped
    from offer_counts(${offerId ?? null}::uuid)`.execute(db)
  return new Map(
    rows.map(row => [
      row.offer_id as OfferId,
      {
        offerId: row.offer_id as OfferId,
        placedSinceStatement: row.placed_since_statement,
        placed: row.placed,
        waiting: row.waiting,
        joined: row.joined,
        stayed: row.stayed,
        stopped: row.stopped,
      },
    ]),
  )
}

/** Changes whenever an offer does, also when two change at the same moment. */
export const supplyStamp = async (db: Db, tenantId: TenantId): Promise<string> => {
  const row = await db
    .withTables<SupplyTables>()
    .selectFrom('offer')
    .select([
      sql<string>`max(updated_at)::text`.as('last'),
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(version)`.as('versions'),
    ])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return `${row.last} ${row.count} ${row.versions}`
}
