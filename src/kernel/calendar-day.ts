import { z } from 'zod'

/** A day on the calendar, `YYYY-MM-DD`, without time or zone. */
export const CalendarDay = z.iso.date().brand<'CalendarDay'>()
export type CalendarDay = z.infer<typeof CalendarDay>

const MS_PER_DAY = 86_400_000

/** The day as milliseconds since 1970 at midnight UTC: for arithmetic only, never for display. */
export const dayNumber = (day: CalendarDay): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY)
const LAST = '9999-12-31' as CalendarDay
/** What would lie beyond the last year that a day can say is its last day, so that reckoning always gives a day. */
const fromNumber = (n: number): CalendarDay =>
  n > dayNumber(LAST) ? LAST : (new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDay)

export const addDays = (day: CalendarDay, days: number): CalendarDay => fromNumber(dayNumber(day) + days)
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from)

/** Adds whole months; 31 January plus one month is the last day of February. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const lastOfMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return fromNumber(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, lastOfMonth)) / MS_PER_DAY)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const isoWeekday = (day: CalendarDay): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Whole years between birth and the given day. */
export const ageOn = (birth: CalendarDay, day: CalendarDay): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
/** The calendar day in the Netherlands at this instant. */
export const dayIn = (instant: Date): CalendarDay => amsterdam.format(instant) as CalendarDay
