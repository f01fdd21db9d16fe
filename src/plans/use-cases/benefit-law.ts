import type { CalendarDay } from '#kernel'
import { limitOn, type Limits } from '#regimes'
import type { CountsAs } from '../domain/recognition.ts'

/** The limits in law for what counts so, on the day that it changes hands. */
export const benefitLawOn = (limits: Limits, countsAs: CountsAs, day: CalendarDay) => ({
  limit: limitOn(limits, countsAs === 'premium' ? 'premiumYear' : 'giftsYear', day),
  timesLimit: limitOn(limits, 'premiumTimes', day),
  ageLimit: limitOn(limits, 'allowanceCountsBelowAge', day),
})

export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4))

/** What is said for one day holds for the other: the same year is added up, and the same limits are in force. */
export const isWeighedAlike = (limits: Limits, countsAs: CountsAs, one: CalendarDay, other: CalendarDay): boolean => {
  const said = (day: CalendarDay): string =>
    JSON.stringify(
      Object.values(benefitLawOn(limits, countsAs, day)).map(limit => (limit.state === 'known' ? limit.value : limit.state)),
    )
  return yearOf(one) === yearOf(other) && said(one) === said(other)
}
