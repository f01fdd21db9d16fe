import { z } from 'zod'
import { accept, CalendarDay, LimitId, refuse, type Refusal } from '#kernel'
import type { CommandContext } from '#platform'
import { fitsUnit, type LimitKey, LimitMark, LimitSource } from '../domain/limit.ts'
import { definitionOf, SHIPPED_LIMITS } from '../domain/limits.ts'
import { clashWith } from '../domain/periods.ts'
import { currentOf, type SetLimit } from '../domain/set-limit.ts'
import { insertLimit, listSetLimits, takeTurn } from '../storage/limits.ts'

export const LimitFields = z.object({
  /** Cents for amounts; else the number itself. */
  value: z.number().min(0),
  from: CalendarDay,
  /** Absent: until something else is set. */
  until: CalendarDay.optional(),
  /** Where it was read: a law text, a publication, a decision of the municipality. */
  source: LimitSource,
  mark: LimitMark.default('verified'),
})
type Fields = z.infer<typeof LimitFields>
type Writing = CommandContext<unknown>

export const refusalOf = (fields: Fields, key: LimitKey, others: readonly SetLimit[]): Refusal | undefined => {
  if (!fitsUnit(fields.value, definitionOf(SHIPPED_LIMITS, key).unit))
    return refuse('invalidInput', 'value', { reason: 'number' })
  if (fields.until !== undefined && fields.until < fields.from) return refuse('invalidInput', 'until', { reason: 'beforeStart' })
  const clash = clashWith(others, fields)
  return clash === undefined ? undefined : refuse('invalidInput', 'from', { reason: 'overlap', limitId: clash.id })
}

export const keepLimit = async ({ db, tenantId, memberId, now, newId, record }: Writing, key: LimitKey, fields: Fields) => {
  const id = newId<LimitId>()
  const { until, ...rest } = fields
  await insertLimit(db, tenantId, { ...rest, ...(until === undefined ? {} : { until }), id, key, setBy: memberId, setAt: now })
  record({ entity: 'legalLimit', id, version: 1, fields: Object.keys(fields) })
  return accept({ limitId: id, version: 1 })
}

export const KeptLimit = z.object({ limitId: LimitId, version: z.int().positive() })
export const byId = { limitId: LimitId, version: z.int().positive() }

/** The one with this id, after waiting for others who change the same limit. */
export const lockById = async (db: Writing['db'], tenantId: Writing['tenantId'], id: LimitId) => {
  const known = (await listSetLimits(db, tenantId)).find(limit => limit.id === id)
  if (known === undefined) return undefined
  await takeTurn(db, tenantId, known.key)
  const all = await listSetLimits(db, tenantId)
  const limit = all.find(candidate => candidate.id === id)
  return limit === undefined ? undefined : { limit, others: currentOf(all, known.key).filter(other => other.id !== id) }
}

export const stale = (limit: SetLimit): Refusal =>
  refuse('versionConflict', undefined, {
    current: { value: limit.value, from: limit.from, until: limit.until, state: limit.state },
  })
