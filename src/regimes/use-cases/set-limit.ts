import { command } from '#platform'
import { maySetLimits } from '../access.ts'
import { LimitKey } from '../domain/limit.ts'
import { currentOf } from '../domain/set-limit.ts'
import { listSetLimits, takeTurn } from '../storage/limits.ts'
import { keepLimit, KeptLimit, LimitFields, refusalOf } from './parts.ts'

export const setLimit = command({
  name: 'regimes.setLimit',
  summary: 'Sets what a legal amount or term is from one day until another, for this municipality',
  input: LimitFields.extend({ key: LimitKey }),
  output: KeptLimit,
  access: maySetLimits,
  rest: { method: 'POST', path: '/legal-limits/{key}/periods', status: 201 },
  run: async context => {
    const { db, tenantId, input } = context
    const { key, ...fields } = input
    await takeTurn(db, tenantId, key)
    const refusal = refusalOf(fields, key, currentOf(await listSetLimits(db, tenantId), key))
    return refusal ?? keepLimit(context, key, fields)
  },
})
