import type { CalendarDay } from '#kernel'
import { type LimitKey, limitOn, type Limits } from '#regimes'
import type { Ceiling, LimitsOn } from '../domain/allowance.ts'

const ceiling = (limits: Limits, key: LimitKey, day: CalendarDay): Ceiling => {
  const limit = limitOn(limits, key, day)
  if (limit.state === 'notSet') return { state: 'notSet' }
  const { value, source, mark } = limit
  return { state: 'known', value, source, mark }
}

/** The limits on volunteer allowances, per day. */
export const allowanceLimits =
  (limits: Limits): LimitsOn =>
  day => ({
    month: ceiling(limits, 'volunteerAllowanceMonth', day),
    year: ceiling(limits, 'volunteerAllowanceYear', day),
    hour: ceiling(limits, 'volunteerAllowanceHour', day),
    hourYoung: ceiling(limits, 'volunteerAllowanceHourYoung', day),
    hourAge: ceiling(limits, 'volunteerAllowanceHourAge', day),
    countsBelowAge: ceiling(limits, 'allowanceCountsBelowAge', day),
  })
