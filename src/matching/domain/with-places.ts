import type { ExperienceSummary } from './match-offer.ts'
import type { PreparedOffers } from './prepare-offers.ts'

/** What changes when somebody gets a place or leaves one. */
export interface PlacesNow {
  readonly freePlaces: number | undefined
  readonly experiences: ExperienceSummary
}

/** The same supply with the places of this moment; offers that are not named stay as they were prepared. */
export const withPlaces = (prepared: PreparedOffers, now: ReadonlyMap<string, PlacesNow>): PreparedOffers => {
  if (now.size === 0) return prepared
  const offers = prepared.offers.map(each => {
    const places = now.get(each.offer.id)
    return places === undefined ? each : { ...each, offer: { ...each.offer, ...places } }
  })
  return { ...prepared, offers }
}
