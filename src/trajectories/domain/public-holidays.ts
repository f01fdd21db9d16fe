import { z } from 'zod'
import { addDays, CalendarDay, isoWeekday } from '#kernel'
import data from './public-holidays.json' with { type: 'json' }

const RULES = z
  .array(
    z.strictObject({
      holiday: z.string(),
      /** Month and day, for what is on the same day each year. */
      on: z.string().optional(),
      /** Days after Easter Sunday, for what goes with Easter. */
      fromEaster: z.int().optional(),
      /** Kept on the Saturday before when it would be a Sunday. */
      neverOnSunday: z.boolean().default(false),
      firstYear: z.int().optional(),
      lastYear: z.int().optional(),
      source: z.string(),
    }),
  )
  .parse(data)
type Rule = (typeof RULES)[number]

const SUNDAY = 7
const dayOf = (year: number, monthAndDay: string): CalendarDay => CalendarDay.parse(`${year}-${monthAndDay}`)

/** Easter Sunday: the Sunday after the first full moon of spring, as the church reckons the moon since 1582. */
export const easterOf = (year: number): CalendarDay => {
  const century = Math.floor(year / 100)
  const moonYear = year % 19
  const leapsLeftOut = century - Math.floor(century / 4)
  const moonCorrection = Math.floor((8 * century + 13) / 25)
  const age = (19 * moonYear + leapsLeftOut - moonCorrection + 15) % 30
  // The two latest moons that the reckoning gives come a day too late.
  const daysToMoon = age === 29 || (age === 28 && moonYear > 10) ? age - 1 : age
  const fullMoon = addDays(dayOf(year, '03-21'), daysToMoon)
  return addDays(fullMoon, SUNDAY - (isoWeekday(fullMoon) % SUNDAY))
}

const applies = ({ firstYear, lastYear }: Rule, year: number): boolean =>
  (firstYear === undefined || year >= firstYear) && (lastYear === undefined || year <= lastYear)

const dayBy = ({ on, fromEaster = 0, neverOnSunday }: Rule, year: number): CalendarDay => {
  const day = on === undefined ? addDays(easterOf(year), fromEaster) : dayOf(year, on)
  return neverOnSunday && isoWeekday(day) === SUNDAY ? addDays(day, -1) : day
}

/** Days off by law in the Netherlands. Days that a decree puts on a par with them are working days for most, and for us. */
export const publicHolidaysOf = (year: number): readonly CalendarDay[] =>
  RULES.filter(rule => applies(rule, year)).map(rule => dayBy(rule, year))

export const isPublicHoliday = (day: CalendarDay): boolean => publicHolidaysOf(Number(day.slice(0, 4))).includes(day)
