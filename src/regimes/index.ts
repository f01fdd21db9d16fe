import type { AnyUseCase } from '#platform'
import { amendLimit } from './use-cases/amend-limit.ts'
import { listLimits } from './use-cases/list-limits.ts'
import { setLimit } from './use-cases/set-limit.ts'
import { restoreLimit, withdrawLimit } from './use-cases/withdraw-limit.ts'

export { LIMIT_KEYS, type LimitKey, type LimitUnit } from './domain/limit.ts'
export { type Limit, limitOn, type Limits, SHIPPED_LIMITS } from './domain/limits.ts'
export { saySource } from './domain/say-source.ts'
export { readLimits } from './use-cases/read-limits.ts'
export { regimesWeb } from './web/routes.ts'
export { sayLimit } from './web/say.ts'
export { listLimits, setLimit }

export const regimesUseCases: readonly AnyUseCase[] = [listLimits, setLimit, amendLimit, withdrawLimit, restoreLimit]
