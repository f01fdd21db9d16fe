import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { command } from '#platform'
import { maySetLimits } from '../access.ts'
import { clashWith } from '../domain/periods.ts'
import { saveLimitState } from '../storage/limits.ts'
import { byId, KeptLimit, lockById, stale } from './parts.ts'

export const withdrawLimit = command({
  name: 'regimes.withdrawLimit',
  summary: 'Withdraws an amount or term that the municipality set; what came with the product holds again',
  input: z.object(byId),
  output: KeptLimit,
  access: maySetLimits,
  rest: { method: 'POST', path: '/legal-limit-periods/{limitId}/withdraw' },
  run: async ({ db, tenantId, memberId, now, input, record }) => {
    const { limitId, version } = input
    const locked = await lockById(db, tenantId, limitId)
    if (locked === undefined) return refuse('notFound')
    const { limit } = locked
    if (limit.version !== version) return stale(limit)
    if (limit.state !== 'current') return refuse('notPossibleNow', undefined, { state: limit.state })
    await saveLimitState(db, tenantId, limit, { state: 'withdrawn', by: memberId, at: now })
    record({ entity: 'legalLimit', id: limitId, version: version + 1, fields: ['state'] })
    return accept({ limitId, version: version + 1 })
  },
})

export const restoreLimit = command({
  name: 'regimes.restoreLimit',
  summary: 'Takes back that an amount or term was withdrawn',
  input: z.object(byId),
  output: KeptLimit,
  access: maySetLimits,
  rest: { method: 'POST', path: '/legal-limit-periods/{limitId}/restore' },
  run: async ({ db, tenantId, input, record }) => {
    const { limitId, version } = input
    const locked = await lockById(db, tenantId, limitId)
    if (locked === undefined) return refuse('notFound')
    const { limit, others } = locked
    if (limit.version !== version) return stale(limit)
    if (limit.state !== 'withdrawn') return refuse('notPossibleNow', undefined, { state: limit.state })
    if (clashWith(others, limit) !== undefined) return refuse('notPossibleNow', undefined, { state: 'overlap' })
    await saveLimitState(db, tenantId, limit)
    record({ entity: 'legalLimit', id: limitId, version: version + 1, fields: ['state'] })
    return accept({ limitId, version: version + 1 })
  },
})
