import { addDays, type CalendarDay, type ClockTime, instantAt, isoWeekday } from '#kernel'

/**
 * Days before (negative) or after today; the nth weekday from today (`wo1` is the first Wednesday to come, `di-2` the last but
 * one); or `vandaag`, whatever day it is.
 */
export type RelativeDay = number | string

const WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const NAMED = /^(ma|di|wo|do|vr|za|zo)(-?[1-9]\d?)$/
const TODAY = 'vandaag'

export const isRelativeDay = (day: RelativeDay): boolean => typeof day === 'number' || day === TODAY || NAMED.test(day)

/** The nth such weekday after today, or before today when negative. */
const namedDay = (today: CalendarDay, weekday: number, nth: number): CalendarDay => {
  const ahead = (weekday - isoWeekday(today) + 7) % 7
  if (nth > 0) return addDays(today, (ahead === 0 ? 7 : ahead) + (nth - 1) * 7)
  return addDays(today, ahead - 7 + (nth + 1) * 7)
}

export const isWeekend = (day: CalendarDay): boolean => isoWeekday(day) > 5

/** Nobody works in the weekend: the Friday before, or for what is to come the Monday after. */
export const onWorkday = (day: CalendarDay, today: CalendarDay): CalendarDay => {
  if (!isWeekend(day)) return day
  if (day <= today) return addDays(day, 5 - isoWeekday(day))
  return addDays(day, 8 - isoWeekday(day))
}

/** The calendar day of a story; counted days fall on workdays, named ones where they say. */
export const dayOf = (today: CalendarDay, day: RelativeDay): CalendarDay => {
  if (typeof day === 'number') return onWorkday(addDays(today, day), today)
  if (day === TODAY) return today
  const [, name = '', nth = ''] = NAMED.exec(day) ?? []
  return namedDay(today, WEEKDAYS.indexOf(name) + 1, Number(nth))
}

export const at = (day: CalendarDay, time: string): Date => instantAt(day, time as ClockTime)
