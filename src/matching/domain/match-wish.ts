import type { CalendarDay, CefrLevel, DayPart, GeoPoint, Language, WheelArea } from '#kernel'
import type { Weekday, WeekSlot } from './match-offer.ts'

export type TravelMode = 'walk' | 'bike' | 'publicTransport' | 'car'
export type Energy = 'little' | 'some' | 'enough'

/** When a person can: a block of time, or a half-day. */
export type Availability = WeekSlot | { readonly weekday: Weekday; readonly part: DayPart }

/**
 * What a person wants and what has to be practical, for one goal. Texts are the person's own, kept as said.
 * Only what the person stated limits the choice: what is left out is unknown.
 */
export interface MatchWish {
  readonly area: WheelArea
  readonly goalTitle: string
  readonly wishTexts: readonly string[]
  readonly strengthTexts: readonly string[]
  /** Absent or empty: nobody asked yet, so time is no limit. */
  readonly availability?: readonly Availability[] | undefined
  readonly mode: TravelMode
  /** As the crow flies. Absent: no limit was stated. */
  readonly maxDistanceKm?: number | undefined
  readonly home?: GeoPoint | undefined
  readonly age?: number | undefined
  readonly sex?: 'female' | 'male' | 'other' | undefined
  readonly dutchLevel?: CefrLevel | undefined
  readonly languages: readonly Language[]
  readonly energy?: Energy | undefined
  readonly needsChildcare?: boolean | undefined
  /** The most that one visit may cost. */
  readonly maxCostCents?: number | undefined
  readonly hasIndication?: boolean | undefined
  /** Groups the person said to belong to; absent: not stated. */
  readonly targetGroups?: readonly string[] | undefined
  readonly today: CalendarDay
}
