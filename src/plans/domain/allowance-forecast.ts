import { z } from 'zod'
import { addMonths, CalendarDay } from '#kernel'
import { countsForLimits, type LimitsOn, type Payment } from './allowance.ts'
import { LEVELS, levelOf } from './allowance-meter.ts'

export const AllowancePlan = z.object({
  perTimeCents: z.int().min(1).max(1_000_000),
  timesPerMonth: z.int().min(1).max(31),
  from: CalendarDay,
})
export type AllowancePlan = Readonly<z.infer<typeof AllowancePlan>>

const Month = z.object({
  /** The first day of the month. */
  month: CalendarDay,
  totalCents: z.int(),
  level: z.enum(LEVELS),
  yearCents: z.int(),
  yearLevel: z.enum(LEVELS),
})

export const AllowanceForecast = z.object({
  months: z.array(Month),
  /** The first month in which the plan no longer fits: which limit, and how often it still fits that month. */
  stops: z.object({ month: CalendarDay, limit: z.enum(['month', 'year']), timesThatFit: z.int().min(0) }).optional(),
  /** From this month on the limits are not known yet. */
  unknownFrom: CalendarDay.optional(),
})
export type AllowanceForecast = Readonly<z.infer<typeof AllowanceForecast>>

/** A year ahead shows every limit once. */
const MONTHS_AHEAD = 12

const firstOf = (day: CalendarDay): CalendarDay => `${day.slice(0, 8)}01` as CalendarDay
const room = (limit: number, paid: number, perTime: number): number => Math.max(0, Math.floor((limit - paid) / perTime))

/** What if somebody is paid so much per time, so many times a month, beside what was paid already? */
export const forecast = (payments: readonly Payment[], plan: AllowancePlan, limitsOn: LimitsOn): AllowanceForecast => {
  const counting = payments.filter(countsForLimits)
  const paidIn = (period: string): number =>
    counting.filter(({ paidOn }) => paidOn.startsWith(period)).reduce((total, { amountCents }) => total + amountCents, 0)
  const planned = plan.perTimeCents * plan.timesPerMonth
  const months: z.infer<typeof Month>[] = []
  let stops: AllowanceForecast['stops']
  let unknownFrom: CalendarDay | undefined
  let plannedThisYear = 0
  for (let ahead = 0; ahead < MONTHS_AHEAD; ahead += 1) {
    const month = addMonths(firstOf(plan.from), ahead)
    if (month.slice(5, 7) === '01') plannedThisYear = 0
    const limits = limitsOn(month)
    const paid = paidIn(month.slice(0, 7))
    const yearBefore = paidIn(month.slice(0, 4)) + plannedThisYear
    plannedThisYear += planned
    const totalCents = paid + planned
    const yearCents = yearBefore + planned
    const level = levelOf(totalCents, limits.month)
    const yearLevel = levelOf(yearCents, limits.year)
    months.push({ month, totalCents, level, yearCents, yearLevel })
    if (level === 'notSet' || yearLevel === 'notSet') unknownFrom ??= month
    if (stops === undefined && (level === 'over' || yearLevel === 'over')) {
      const inMonth = limits.month.state === 'known' ? room(limits.month.value, paid, plan.perTimeCents) : plan.timesPerMonth
      const inYear = limits.year.state === 'known' ? room(limits.year.value, yearBefore, plan.perTimeCents) : plan.timesPerMonth
      stops = { month, limit: inYear < inMonth ? 'year' : 'month', timesThatFit: Math.min(inMonth, inYear) }
    }
  }
  return { months, ...(stops === undefined ? {} : { stops }), ...(unknownFrom === undefined ? {} : { unknownFrom }) }
}
