import { addDays, type CalendarDay, isoWeekday } from '#kernel'

const SATURDAY = 6

/** Counts Monday to Friday; the first day counted is the next one. Public holidays count as working days. */
export const addWorkingDays = (day: CalendarDay, count: number): CalendarDay => {
  if (count === 0) return day
  const next = addDays(day, 1)
  return addWorkingDays(next, isoWeekday(next) >= SATURDAY ? count : count - 1)
}

/** Working days that an organisation has for its answer; an agreement between municipality and organisations, not law. */
export const DAYS_TO_ANSWER = 5
