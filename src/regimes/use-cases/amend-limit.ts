import { refuse } from '#kernel'
import { command } from '#platform'
import { maySetLimits } from '../access.ts'
import { saveLimitState } from '../storage/limits.ts'
import { byId, keepLimit, KeptLimit, LimitFields, lockById, refusalOf, stale } from './parts.ts'

export const amendLimit = command({
  name: 'regimes.amendLimit',
  summary: 'Corrects an amount or term that the municipality set; what it said before stays in the history',
  input: LimitFields.extend(byId),
  output: KeptLimit,
  access: maySetLimits,
  rest: { method: 'PUT', path: '/legal-limit-periods/{limitId}' },
  run: async context => {
    const { db, tenantId, memberId, now, input } = context
    const { limitId, version, ...fields } = input
    const locked = await lockById(db, tenantId, limitId)
    if (locked === undefined) return refuse('notFound')
    const { limit, others } = locked
    if (limit.version !== version) return stale(limit)
    if (limit.state !== 'current') return refuse('notPossibleNow', undefined, { state: limit.state })
    const refusal = refusalOf(fields, limit.key, others)
    if (refusal !== undefined) return refusal
    await saveLimitState(db, tenantId, limit, { state: 'replaced', by: memberId, at: now })
    return keepLimit(context, limit.key, fields)
  },
})
