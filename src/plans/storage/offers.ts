import { sql } from 'kysely'
import { z } from 'zod'
import { CalendarDay, type OfferId, OrganisationId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import type { OfferCounts, OfferPlaces } from '../domain/places.ts'

const LockedOffer = z.object({
  name: z.string(),
  organisationId: OrganisationId.optional(),
  active: z.boolean(),
  capacity: z.number().optional(),
  freeStated: z.number().optional(),
  freeStatedOn: CalendarDay.optional(),
})

export interface OfferToJoin extends OfferPlaces {
  readonly name: string
  readonly organisationId: OrganisationId | undefined
  readonly active: boolean
}

/** Everybody else who wants a place here waits until this transaction ends. */
export const lockOffer = async (db: Db, tenantId: TenantId, offerId: OfferId): Promise<OfferToJoin | undefined> => {
  const { rows } = await sql<Record<string, unknown>>`
    select name, organisation_id, state, capacity, free_stated, free_stated_on
    from offer where tenant_id = ${tenantId} and id = ${offerId} for update`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const known = LockedOffer.parse({
    name: row['name'],
    organisationId: row['organisation_id'] ?? undefined,
    active: row['state'] === 'active',
    capacity: row['capacity'] ?? undefined,
    freeStated: row['free_stated'] ?? undefined,
    freeStatedOn: row['free_stated_on'] ?? undefined,
  })
  return {
    ...known,
    organisationId: known.organisationId,
    capacity: known.capacity,
    freeStated: known.freeStated,
    freeStatedOn: known.freeStatedOn,
  }
}

/** Who comes to an offer over all dossiers, as numbers. */
export const countPlaces = async (db: Db, offerId: OfferId): Promise<OfferCounts> => {
  const { rows } = await sql<{ placed: number; placed_since_statement: number; waiting: number }>`
    select placed, placed_since_statement, waiting from offer_counts(${offerId})`.execute(db)
  const row = rows[0]
  return {
    placed: row?.placed ?? 0,
    placedSinceStatement: row?.placed_since_statement ?? 0,
    waiting: row?.waiting ?? 0,
  }
}
