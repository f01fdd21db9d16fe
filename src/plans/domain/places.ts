import type { CalendarDay } from '#kernel'

/** What is known of an offer's places: `freeStated` is a statement of its day. */
export interface OfferPlaces {
  readonly capacity: number | undefined
  readonly freeStated: number | undefined
  readonly freeStatedOn: CalendarDay | undefined
}

/** Who is there according to Opstap. */
export interface OfferCounts {
  readonly placed: number
  /** Placed on or after the day of the statement. */
  readonly placedSinceStatement: number
  readonly waiting: number
}

/** How many places are left; undefined when nobody ever said how many there are. */
export const placesLeft = (offer: OfferPlaces, counts: OfferCounts): number | undefined => {
  const byCapacity = offer.capacity === undefined ? undefined : offer.capacity - counts.placed
  const byStatement = offer.freeStated === undefined ? undefined : offer.freeStated - counts.placedSinceStatement
  if (byStatement === undefined) return byCapacity === undefined ? undefined : Math.max(0, byCapacity)
  return Math.max(0, Math.min(byStatement, byCapacity ?? byStatement))
}

export type Seat = { readonly state: 'placed' } | { readonly state: 'waiting'; readonly queuePosition: number }

/** A newcomer gets a place when one is left over after those who were waiting already; else a place in the queue. */
export const seatFor = (offer: OfferPlaces, counts: OfferCounts): Seat => {
  const left = placesLeft(offer, counts)
  return left === undefined || left > counts.waiting
    ? { state: 'placed' }
    : { state: 'waiting', queuePosition: counts.waiting + 1 }
}

/** May the one at this place in the queue take a place now? */
export const canTakePlace = (offer: OfferPlaces, counts: OfferCounts, queuePosition: number): boolean => {
  const left = placesLeft(offer, counts)
  return left === undefined || queuePosition <= left
}
