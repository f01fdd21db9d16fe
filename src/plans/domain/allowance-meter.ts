import { z } from 'zod'
import { addMonths, ageOn, CalendarDay, PaymentId } from '#kernel'
import { type AllowanceLimits, Ceiling, countsForLimits, type LimitsOn, NEAR_PERCENT, type Payment } from './allowance.ts'

export const LEVELS = ['fine', 'near', 'full', 'over', 'notSet'] as const
/** `full`: exactly at the limit, which is still allowed. */
export type Level = (typeof LEVELS)[number]

export const levelOf = (paidCents: number, limit: Ceiling): Level => {
  if (limit.state === 'notSet') return 'notSet'
  if (paidCents > limit.value) return 'over'
  if (paidCents === limit.value) return 'full'
  return paidCents * 100 >= limit.value * NEAR_PERCENT ? 'near' : 'fine'
}

const Gauge = z.object({
  paidCents: z.int(),
  limit: Ceiling,
  level: z.enum(LEVELS),
  /** Rounded down, so that 100 means the whole limit. */
  percent: z.int().optional(),
  leftCents: z.int().optional(),
})
export type Gauge = Readonly<z.infer<typeof Gauge>>

const gauge = (paidCents: number, limit: Ceiling): Gauge => {
  const level = levelOf(paidCents, limit)
  if (limit.state === 'notSet') return { paidCents, limit, level }
  const percent = limit.value === 0 ? 100 : Math.floor((paidCents * 100) / limit.value)
  return { paidCents, limit, level, percent, leftCents: Math.max(0, limit.value - paidCents) }
}

/** Per payment by the hour, against the hourly amount for the age on that day. */
const Hourly = z.object({
  paymentId: PaymentId,
  centsPerHour: z.int(),
  limit: Ceiling,
  above: z.boolean(),
})

const Young = z.discriminatedUnion('state', [
  /** The exemption holds. */
  z.object({ state: z.literal('exempt') }),
  /** Every allowance beyond proven costs counts for the benefit, until this birthday. */
  z.object({ state: z.literal('counts'), belowAge: z.int(), until: CalendarDay, countedCents: z.int() }),
  /** Old enough today, but some payments of this year were before the birthday. */
  z.object({ state: z.literal('counted'), belowAge: z.int(), countedCents: z.int() }),
  z.object({ state: z.literal('notSet') }),
])

export const AllowanceMeter = z.object({
  on: CalendarDay,
  month: Gauge,
  year: Gauge,
  /** Proven costs of this year: shown, not counted. */
  actualCostsCents: z.int(),
  young: Young,
  /** The amount per hour for the age on that day: what a tax office takes for volunteering, no law. */
  hourLimit: Ceiling,
  hourly: z.array(Hourly),
})
export type AllowanceMeter = Readonly<z.infer<typeof AllowanceMeter>>

const sum = (payments: readonly Payment[]): number => payments.reduce((total, { amountCents }) => total + amountCents, 0)
const inYear = (day: CalendarDay) => (payment: Payment) => payment.paidOn.slice(0, 4) === day.slice(0, 4)
const inMonth = (day: CalendarDay) => (payment: Payment) => payment.paidOn.slice(0, 7) === day.slice(0, 7)

const isBelow = (birthDate: CalendarDay, day: CalendarDay, age: Ceiling): boolean =>
  age.state === 'known' && ageOn(birthDate, day) < age.value

/** The first day on which somebody is that old. Born on 29 February: 1 March in other years, as `ageOn` counts. */
const birthdayAt = (birthDate: CalendarDay, age: number): CalendarDay => {
  const day = addMonths(birthDate, age * 12)
  return ageOn(birthDate, day) === age ? day : (`${day.slice(0, 4)}-03-01` as CalendarDay)
}

const youngOf = (payments: readonly Payment[], { on, birthDate, limitsOn }: MeterOf): AllowanceMeter['young'] => {
  const limit = limitsOn(on).countsBelowAge
  if (limit.state === 'notSet') return { state: 'notSet' }
  const counted = payments.filter(({ paidOn }) => isBelow(birthDate, paidOn, limitsOn(paidOn).countsBelowAge))
  if (isBelow(birthDate, on, limit))
    return { state: 'counts', belowAge: limit.value, until: birthdayAt(birthDate, limit.value), countedCents: sum(counted) }
  return counted.length === 0 ? { state: 'exempt' } : { state: 'counted', belowAge: limit.value, countedCents: sum(counted) }
}

/** The hourly amount for somebody of that age; not set when the age or the amount is not known. */
export const hourLimit = ({ hour, hourYoung, hourAge }: AllowanceLimits, age: number): Ceiling =>
  hourAge.state === 'notSet' ? hourAge : age < hourAge.value ? hourYoung : hour

const hourlyOf = (payments: readonly Payment[], { birthDate, limitsOn }: MeterOf): AllowanceMeter['hourly'] =>
  payments.flatMap(({ id: paymentId, hours, amountCents, paidOn }) => {
    if (hours === undefined) return []
    const limit = hourLimit(limitsOn(paidOn), ageOn(birthDate, paidOn))
    const above = limit.state === 'known' && amountCents > limit.value * hours
    return [{ paymentId, centsPerHour: Math.round(amountCents / hours), limit, above }]
  })

interface MeterOf {
  readonly on: CalendarDay
  readonly birthDate: CalendarDay
  readonly limitsOn: LimitsOn
}

/**
 * What somebody got for volunteering from all organisations together, beside the limits of that day. Says what stands out; what
 * follows for a benefit is for the municipality to decide (Participatiewet article 7, paragraph 4).
 */
export const meterOf = (payments: readonly Payment[], of: MeterOf): AllowanceMeter => {
  const paid = payments.filter(({ state }) => state === 'paid').filter(inYear(of.on))
  const counting = paid.filter(countsForLimits)
  const limits = of.limitsOn(of.on)
  return {
    on: of.on,
    month: gauge(sum(counting.filter(inMonth(of.on))), limits.month),
    year: gauge(sum(counting), limits.year),
    actualCostsCents: sum(paid.filter(({ kind }) => kind === 'actualCosts')),
    young: youngOf(counting, of),
    hourLimit: hourLimit(limits, ageOn(of.birthDate, of.on)),
    hourly: hourlyOf(counting, of),
  }
}

export const SIGNALS = ['near', 'full', 'over', 'notSet', 'young', 'hourly'] as const
export type AllowanceSignal = (typeof SIGNALS)[number]

const WORST: readonly Level[] = ['over', 'full', 'near', 'notSet']

/** The one thing that stands out most; undefined when nothing does. */
export const signalOf = ({ month, year, young, hourly }: AllowanceMeter): AllowanceSignal | undefined => {
  const level = WORST.find(each => each === month.level || each === year.level)
  if (level === 'over' || level === 'full' || level === 'near') return level
  if (young.state === 'counts' && young.countedCents > 0) return 'young'
  if (hourly.some(({ above }) => above)) return 'hourly'
  return level === 'notSet' && (month.paidCents > 0 || year.paidCents > 0) ? 'notSet' : undefined
}
