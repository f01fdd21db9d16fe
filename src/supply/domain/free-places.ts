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
