import { z } from 'zod'
import type { CalendarDay } from './calendar-day.ts'

/** A time on the clock, `HH:MM`, without zone. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'format.time' })
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** What the clock in the Netherlands shows at this instant, read as if it were UTC: for arithmetic. */
const shownAsUtc = (instant: number): number => {
  const shown = Object.fromEntries(parts.formatToParts(instant).map(part => [part.type, part.value]))
  return Date.parse(`${shown['year']}-${shown['month']}-${shown['day']}T${shown['hour']}:${shown['minute']}:${shown['second']}Z`)
}

/**
 * The instant at which the clock in the Netherlands shows this day and time. In the night that the clock goes back, the
 * first of the two; a time that is skipped in the night that it goes forward is read as one hour later.
 */
export const instantAt = (day: CalendarDay, time: ClockTime): Date => {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const [summer, winter] = [2, 1].map(hours => wanted - hours * 3_600_000) as [number, number]
  if (shownAsUtc(summer) === wanted) return new Date(summer)
  return new Date(winter)
}

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
/** The time on the clock in the Netherlands at this instant. */
export const clockTimeIn = (instant: Date): ClockTime => time.format(instant) as ClockTime
