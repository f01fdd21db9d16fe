import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import { type Limits, withOwnPeriods } from '../domain/limits.ts'
import { currentOf } from '../domain/set-limit.ts'
import { listSetLimits } from '../storage/limits.ts'

/** Every limit as this municipality has it, for another module's use case; then `limitOn(limits, key, day)`. */
export const readLimits = async (db: Db, tenantId: TenantId): Promise<Limits> =>
  withOwnPeriods(currentOf(await listSetLimits(db, tenantId)))
