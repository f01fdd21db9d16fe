import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import type { TypeSettings } from '../domain/type-settings.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'

/** What this municipality calls the kinds of trajectory and how they run there: for another module's query. */
export const readTypeSettings = (db: Db, tenantId: TenantId): Promise<TypeSettings> => mapTypeSettings(db, tenantId)
