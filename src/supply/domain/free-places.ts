import type { CalendarDay } from '#kernel'
import type { Offer } from './offer.ts'

/** A placement in Opstap that takes a place; `endedOn` is the first day on which the place is free again. */
export interface TakenPlace {
  readonly since: CalendarDay
  readonly endedOn?: CalendarDay | undefined
}

const isTakenOn = (day: CalendarDay) => (place: TakenPlace) =>
  place.since <= day && (place.endedOn === undefined || place.endedOn > day)

/**
 * Free places on a day. `free` is a statement of its date: places taken in Opstap after that date are subtracted, places
 * that were already taken then and have ended since are added. Without a statement: the capacity minus what is taken
 * in Opstap. Undefined when neither is known; never below 0 or above the capacity.
 */
export const freePlacesOn = (
  offer: Pick<Offer, 'capacity' | 'free' | 'freeStatedOn'>,
  taken: readonly TakenPlace[],
  day: CalendarDay,
): number | undefined => {
  const now = taken.filter(isTakenOn(day)).length
  const { capacity, free, freeStatedOn } = offer
  if (free === undefined || freeStatedOn === undefined) return capacity === undefined ? undefined : Math.max(0, capacity - now)
  const then = taken.filter(isTakenOn(freeStatedOn)).length
  return Math.max(0, Math.min(free + then - now, capacity ?? Infinity))
}

/** Who has a place or waits for one according to Opstap; `placedSinceStatement`: on or after the day of the statement. */
export interface OfferCounts {
  readonly placed: number
  readonly placedSinceStatement: number
  readonly waiting: number
}
export const NOBODY: OfferCounts = { placed: 0, placedSinceStatement: 0, waiting: 0 }

/** What was said about places. */
export interface PlacesStatement {
  readonly capacity: number | undefined
  readonly freeStated: number | undefined
}

/** Free places now, by counts instead of by placement; undefined when nobody ever said how many there are. */
export const freeNow = ({ capacity, freeStated }: PlacesStatement, counts: OfferCounts): number | undefined => {
  const byCapacity = capacity === undefined ? undefined : capacity - counts.placed
  const byStatement = freeStated === undefined ? undefined : freeStated - counts.placedSinceStatement
  const known = [byCapacity, byStatement].filter(count => count !== undefined)
  return known.length === 0 ? undefined : Math.max(0, Math.min(...known))
}
