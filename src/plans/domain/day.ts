import { accept, type CalendarDay, type Decision, lineText, readDayAsSaid, refuse } from '#kernel'

/** A day as people say it: "volgende week dinsdag". */
export const DayAsSaid = lineText(60)

/** What was said goes before what was picked; when it is not clear the field says so, and nothing is made up. */
export const readDay = (
  picked: CalendarDay | undefined,
  asSaid: string | undefined,
  today: CalendarDay,
  field: string,
): Decision<CalendarDay | undefined, 'invalidInput'> => {
  if (asSaid === undefined) return accept(picked)
  const day = readDayAsSaid(asSaid, today)
  return day === undefined ? refuse('invalidInput', field, { reason: 'dayNotClear' }) : accept(day)
}
