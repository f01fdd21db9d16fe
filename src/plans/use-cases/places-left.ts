import type { OfferId } from '#kernel'
import type { Db } from '#platform'
import { freeNow, offerCounts, type PlacesStatement } from '#supply'
import { canTakePlace } from '../domain/places.ts'
import type { IsPlaceFree } from '../storage/placements.ts'

export const isPlaceFree: IsPlaceFree = (places, queuePosition) => canTakePlace(freeNow(places, places), queuePosition)

/** How many places are left and how many wait for one, over all dossiers; ask while the offer is locked. */
export const placesLeft = async (
  db: Db,
  offer: PlacesStatement & { readonly id: OfferId },
): Promise<{ readonly left: number | undefined; readonly waiting: number }> => {
  const counts = (await offerCounts(db, offer.id)).get(offer.id)
  const { placed = 0, placedSinceStatement = 0, waiting = 0 } = counts ?? {}
  return { left: freeNow(offer, { placed, placedSinceStatement, waiting }), waiting }
}

export const countWaiting = async (db: Db, offerId: OfferId): Promise<number> =>
  (await offerCounts(db, offerId)).get(offerId)?.waiting ?? 0
