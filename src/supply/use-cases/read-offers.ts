import type { CalendarDay, GeoPoint, OfferId, OrganisationId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { OfferRecord } from '../domain/offer-record.ts'
import type { Offer } from '../domain/offer.ts'
import { listTallies, supplyStamp as loadStamp, type OfferTally } from '../storage/counts.ts'
import { findOffers, findSurvivor, listActiveMarks, listActiveOffers, lockOffers } from '../storage/offers.ts'
import { readPoints } from './read-points.ts'

export type { OfferTally } from '../storage/counts.ts'

/** An offer as other modules see it. */
export interface KnownPlace {
  readonly id: OfferId
  readonly organisationId: OrganisationId | undefined
  readonly version: number
  readonly updatedAt: Date
  readonly content: Offer
  /** Where it is, as far as known. */
  readonly point: GeoPoint | undefined
  /** Who confirmed it last, in words. */
  readonly lastConfirmedBy: string | undefined
}

const placesOf = async (db: Db, tenantId: TenantId, offers: readonly OfferRecord[]): Promise<readonly KnownPlace[]> => {
  const pointFor = await readPoints(
    db,
    tenantId,
    offers.map(({ content }) => content),
  )
  return offers.map(({ id, organisationId, version, updatedAt, content, lastConfirmedBy }) => ({
    id,
    organisationId,
    version,
    updatedAt,
    content,
    point: pointFor(content),
    lastConfirmedBy,
  }))
}

/** All offers that somebody can be placed at, with where they are: for the ranking, which keeps them by `supplyStamp`. */
export const readOffers = async (db: Db, tenantId: TenantId): Promise<readonly KnownPlace[]> =>
  placesOf(db, tenantId, await listActiveOffers(db, tenantId))

/** The same when most are known: only those that are new or changed are read, the others are given back as they are. */
export const readOffersAgain = async (
  db: Db,
  tenantId: TenantId,
  known: ReadonlyMap<string, KnownPlace>,
): Promise<readonly KnownPlace[]> => {
  const marks = await listActiveMarks(db, tenantId)
  const changed = marks.filter(({ id, version, updatedAt }) => {
    const place = known.get(id)
    return place?.version !== version || place.updatedAt.getTime() !== updatedAt.getTime()
  })
  const records = await findOffers(
    db,
    tenantId,
    changed.map(({ id }) => id),
  )
  const read = new Map(
    (
      await placesOf(
        db,
        tenantId,
        [...records.values()].filter(({ state }) => state === 'active'),
      )
    ).map(place => [place.id, place]),
  )
  return marks.flatMap(({ id }) => read.get(id) ?? known.get(id) ?? [])
}

/** Changes whenever an offer of this municipality does. */
export const supplyStamp = (db: Db, tenantId: TenantId): Promise<string> => loadStamp(db, tenantId)

/** Some offers by their id, whatever became of them: for the names on another page. */
export const readOffersById = (db: Db, tenantId: TenantId, ids: readonly OfferId[]): Promise<ReadonlyMap<OfferId, OfferRecord>> =>
  findOffers(db, tenantId, ids)

/** Who is placed or waits per offer, as counts, and how earlier participants fared; without id for all offers at once. */
export const offerCounts = (db: Db, offerId?: OfferId): Promise<ReadonlyMap<OfferId, OfferTally>> => listTallies(db, offerId)

/** What placing somebody needs to know of an offer. */
export interface LockedOffer {
  readonly id: OfferId
  readonly name: string
  readonly kind: string
  readonly organisationId: OrganisationId | undefined
  readonly capacity: number | undefined
  readonly freeStated: number | undefined
  readonly freeStatedOn: CalendarDay | undefined
  readonly version: number
}

/**
 * Holds the offer until the transaction ends, so that the last place goes to one. A merged offer leads to the one that stands
 * for it; whoever merged or separated them while we waited for it sends us on.
 */
export const lockOffer = async (db: Db, tenantId: TenantId, offerId: OfferId): Promise<LockedOffer | undefined> => {
  for (let id = await findSurvivor(db, tenantId, offerId); id !== undefined;) {
    const offer = (await lockOffers(db, tenantId, [id])).get(id)
    const now = await findSurvivor(db, tenantId, offerId)
    if (now !== id) {
      id = now
      continue
    }
    if (offer?.state !== 'active') return undefined
    const { content, organisationId, version } = offer
    const { name, kind, capacity, free: freeStated, freeStatedOn } = content
    return { id, name, kind, organisationId, capacity, freeStated, freeStatedOn, version }
  }
  return undefined
}
