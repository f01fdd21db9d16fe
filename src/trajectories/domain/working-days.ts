import { addDays, type CalendarDay, isoWeekday } from '#kernel'
import { isPublicHoliday } from './public-holidays.ts'

const SATURDAY = 6

/** Monday to Friday, when it is no public holiday. */
export const isWorkingDay = (day: CalendarDay): boolean => isoWeekday(day) < SATURDAY && !isPublicHoliday(day)

/** The first day counted is the next one. */
export const addWorkingDays = (day: CalendarDay, count: number): CalendarDay => {
  if (count === 0) return day
  const next = addDays(day, 1)
  return addWorkingDays(next, isWorkingDay(next) ? count - 1 : count)
}

/** Working days that an organisation has for its answer; an agreement between municipality and organisations, not law. */
export const DAYS_TO_ANSWER = 5
