import { z } from 'zod'
import { addDays, CalendarDay, LimitId, MembershipId, type TenantId } from '#kernel'
import { memberNames } from '#organisations'
import { type Db, query } from '#platform'
import { mayReadLimits } from '../access.ts'
import { LimitDefinition, LimitKey, LimitPeriod } from '../domain/limit.ts'
import { definitionOf, type Limit, limitOn, type Limits, withOwnPeriods } from '../domain/limits.ts'
import { currentOf, type SetLimit } from '../domain/set-limit.ts'
import { listSetLimits } from '../storage/limits.ts'

const OnDay = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), ...LimitPeriod.shape, own: z.boolean() }),
  z.object({ state: z.literal('notSet') }),
])
const Own = LimitPeriod.extend({
  id: LimitId,
  state: z.enum(['current', 'replaced', 'withdrawn']),
  setAt: z.iso.datetime(),
  setBy: z.string().optional(),
  closedAt: z.iso.datetime().optional(),
  closedBy: z.string().optional(),
  version: z.int(),
})
export type OwnLimit = Readonly<z.infer<typeof Own>>

const Listed = LimitDefinition.extend({
  now: OnDay,
  /** What holds after the value of today ends; absent when that has no end. */
  next: z.object({ from: CalendarDay, value: OnDay }).optional(),
  shipped: z.array(LimitPeriod),
  /** What the municipality set, with what it said before. */
  own: z.array(Own),
})
export type ListedLimit = Readonly<z.infer<typeof Listed>>

const onDay = (limit: Limit): z.infer<typeof OnDay> => {
  if (limit.state === 'notSet') return { state: 'notSet' }
  const { value, from, until, source, mark, own } = limit
  return { state: 'known', value, source, mark, own, ...(from && { from }), ...(until && { until }) }
}

/** The first day on which what holds today holds no more. */
const endOf = (limits: Limits, key: LimitKey, today: CalendarDay): CalendarDay | undefined => {
  const now = limitOn(limits, key, today)
  const { own, shipped } = definitionOf(limits, key)
  const starts = [...own, ...shipped].flatMap(({ from }) => (from !== undefined && from > today ? [from] : []))
  const ends = now.state === 'known' && now.until !== undefined ? [addDays(now.until, 1)] : []
  return [...starts, ...ends].toSorted().find(day => {
    const then = limitOn(limits, key, day)
    return then.state !== now.state || (then.state === 'known' && now.state === 'known' && then.value !== now.value)
  })
}

const namesOf = async (db: Db, tenantId: TenantId, rows: readonly SetLimit[]) => {
  const ids = rows.flatMap(row => (row.state === 'current' ? [row.setBy] : [row.setBy, row.closedBy]))
  const names = await memberNames(db, tenantId, [...new Set<MembershipId>(ids)])
  return (id: MembershipId) => names.get(id)?.name
}

const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

export const listLimits = query({
  name: 'regimes.listLimits',
  summary: 'Legal amounts and terms with their sources: today, what comes next, and what the municipality set',
  input: z.object({ key: LimitKey.optional() }),
  output: z.object({ limits: z.array(Listed) }),
  access: mayReadLimits,
  personal: false,
  rest: { method: 'GET', path: '/legal-limits' },
  run: async ({ db, tenantId, input, today }) => {
    const rows = await listSetLimits(db, tenantId)
    const nameOf = await namesOf(db, tenantId, rows)
    const limits = withOwnPeriods(currentOf(rows))
    const keys = input.key === undefined ? [...limits.keys()] : [input.key]
    return {
      limits: keys.map((key): ListedLimit => {
        const { group, unit, article, shipped } = definitionOf(limits, key)
        const end = endOf(limits, key, today)
        return {
          ...{ key, group, unit, article, shipped: [...shipped], now: onDay(limitOn(limits, key, today)) },
          ...(end === undefined ? {} : { next: { from: end, value: onDay(limitOn(limits, key, end)) } }),
          own: rows
            .filter(row => row.key === key)
            .map(row => {
              const { id, value, from, until, source, mark, state, version } = row
              const closed =
                row.state === 'current' ? {} : { closedAt: row.closedAt.toISOString(), closedBy: nameOf(row.closedBy) }
              const set = { setAt: row.setAt.toISOString(), setBy: nameOf(row.setBy) }
              return present({ id, value, from, until, source, mark, state, version, ...set, ...closed })
            }),
        }
      }),
    }
  },
})
