import { z } from 'zod'
import { type CalendarDay, LimitId } from '#kernel'
import data from './legal-limits.json' with { type: 'json' }
import { LimitDefinition, type LimitKey, LimitPeriod, type LimitUnit } from './limit.ts'

/** A value that the municipality set itself: for a new year, or in place of what came along. */
export const OwnLimitPeriod = LimitPeriod.extend({ id: LimitId })
export type OwnLimitPeriod = Readonly<z.infer<typeof OwnLimitPeriod>>

interface LimitPeriods extends LimitDefinition {
  readonly shipped: readonly LimitPeriod[]
  /** Comes before what is shipped. */
  readonly own: readonly OwnLimitPeriod[]
}
/** Every limit with its values over time, as one municipality has them. */
export type Limits = ReadonlyMap<LimitKey, LimitPeriods>

/** Known, or not set: whoever asks has to say what happens then. */
export type Limit =
  | {
      readonly state: 'known'
      readonly key: LimitKey
      readonly unit: LimitUnit
      readonly article: string
      readonly value: number
      readonly from?: CalendarDay | undefined
      readonly until?: CalendarDay | undefined
      readonly source: string
      readonly mark: LimitPeriod['mark']
      /** The municipality set it itself. */
      readonly own: boolean
    }
  | { readonly state: 'notSet'; readonly key: LimitKey; readonly unit: LimitUnit; readonly article: string }

/** What comes with the product (`legal-limits.json`): only what was found in a source. */
export const SHIPPED_LIMITS: Limits = new Map(
  z
    .array(LimitDefinition.extend({ periods: z.array(LimitPeriod) }))
    .parse(data)
    .map(({ periods, ...definition }) => [definition.key, { ...definition, shipped: periods, own: [] }]),
)

export const withOwnPeriods = (own: readonly (OwnLimitPeriod & { readonly key: LimitKey })[]): Limits =>
  new Map([...SHIPPED_LIMITS].map(([key, limit]) => [key, { ...limit, own: own.filter(period => period.key === key) }]))

const holdsOn = ({ from, until }: LimitPeriod, day: CalendarDay): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)

export const definitionOf = (limits: Limits, key: LimitKey): LimitPeriods => {
  const limit = limits.get(key)
  if (limit === undefined) throw new Error(`There is no limit ${key}`)
  return limit
}

/** The value on that day; the municipality's own value comes before the one that is shipped. */
export const limitOn = (limits: Limits, key: LimitKey, day: CalendarDay): Limit => {
  const { unit, article, own, shipped } = definitionOf(limits, key)
  const mine = own.find(period => holdsOn(period, day))
  const period = mine ?? shipped.find(candidate => holdsOn(candidate, day))
  if (period === undefined) return { state: 'notSet', key, unit, article }
  const { value, from, until, source, mark } = period
  return { state: 'known', key, unit, article, value, from, until, source, mark, own: mine !== undefined }
}
