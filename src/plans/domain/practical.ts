import { z } from 'zod'
import { CefrLevel, DAY_PARTS, freeText, Language } from '#kernel'

export const TRAVEL_MODES = ['walk', 'bike', 'publicTransport', 'car'] as const
export const TravelMode = z.enum(TRAVEL_MODES)
export type TravelMode = z.infer<typeof TravelMode>

export const ENERGY_LEVELS = ['little', 'some', 'enough'] as const
export const Energy = z.enum(ENERGY_LEVELS)
export type Energy = z.infer<typeof Energy>

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** All half-days of a week, Monday first: `1-morning` … `7-evening`. */
export const WEEK_PARTS = WEEKDAYS.flatMap(day => DAY_PARTS.map(part => `${day}-${part}` as const))
/** A half-day on which somebody can: weekday (1 = Monday) and part, `2-morning`. */
export const WeekPart = z.enum(WEEK_PARTS)
export type WeekPart = z.infer<typeof WeekPart>

const weekOrder = (parts: readonly WeekPart[]): WeekPart[] => WEEK_PARTS.filter(part => parts.includes(part))

/** What would have to be practical. What is absent or empty was not said, and is no limit. */
export const PracticalFields = z.object({
  dayParts: z.array(WeekPart).max(100).default([]).transform(weekOrder).pipe(z.array(WeekPart)),
  /** As the crow flies, in kilometres. */
  maxDistanceKm: z.number().min(0.5).max(200).optional(),
  travelMode: TravelMode.optional(),
  dutchLevel: CefrLevel.optional(),
  languages: z.array(Language).max(20).default([]),
  energy: Energy.optional(),
  needsChildcare: z.boolean().optional(),
  /** The most that one visit may cost, in euro cents. */
  maxCostCents: z.int().min(0).max(100_000).optional(),
  remarks: freeText(2_000).default(''),
})
export type PracticalFields = Readonly<z.infer<typeof PracticalFields>>

export const Practical = PracticalFields.extend({ version: z.int().positive() })
export type Practical = Readonly<z.infer<typeof Practical>>
