import { z } from 'zod'
import { DayPart } from '#kernel'

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const Weekday = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)])
export type Weekday = z.infer<typeof Weekday>

/** A time on the clock, `HH:MM`, 00:00 … 23:59. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One fixed moment in the week. `to` at or before `from` means: ends the next day (a night shelter, 20:00-08:00). */
export const WeeklySlot = z.object({ weekday: Weekday, from: ClockTime, to: ClockTime })
export type WeeklySlot = Readonly<z.infer<typeof WeeklySlot>>

/** Known to be on this part of this day, but without a clock time ("dinsdagochtend"). */
export const WeeklyDayPart = z.object({ weekday: Weekday, part: DayPart })
export type WeeklyDayPart = Readonly<z.infer<typeof WeeklyDayPart>>

/** How often. `nth` in a month: 1 … 5, or -1 for the last. `flexible`: by arrangement. `unknown`: the text does not say. */
export const Frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({ kind: z.literal('weekly') }),
  z.object({ kind: z.literal('everyNWeeks'), weeks: z.int().min(2).max(26) }),
  z.object({ kind: z.literal('monthly'), nth: z.int().min(-1).max(5).optional() }),
  z.object({ kind: z.literal('flexible') }),
  z.object({ kind: z.literal('unknown') }),
])
export type Frequency = Readonly<z.infer<typeof Frequency>>

/** From … to, both included ("4-16 uur p/w"). */
export const NumberRange = z.object({ min: z.number().nonnegative(), max: z.number().nonnegative() })
export type NumberRange = Readonly<z.infer<typeof NumberRange>>

/**
 * When an offer takes place. `text` is always what was written; `complete` is false when the text says more than
 * was understood, so that a page shows the text beside it. `weekdays`: known days, whatever is known of the hours
 * (every weekday of a slot or day part is in it too).
 */
export const OfferTimes = z.object({
  weekdays: z.array(Weekday).readonly(),
  slots: z.array(WeeklySlot).readonly(),
  dayParts: z.array(WeeklyDayPart).readonly(),
  frequency: Frequency,
  /** A run of limited length: number of sessions, weeks or months. */
  sessions: z.int().positive().optional(),
  weeks: z.int().positive().optional(),
  months: z.int().positive().optional(),
  hoursPerWeek: NumberRange.optional(),
  daysPerWeek: NumberRange.optional(),
  complete: z.boolean(),
  text: z.string(),
})
export type OfferTimes = Readonly<z.infer<typeof OfferTimes>>

export const unknownTimes = (text = ''): OfferTimes => ({
  weekdays: [],
  slots: [],
  dayParts: [],
  frequency: { kind: 'unknown' },
  complete: text === '',
  text,
})
