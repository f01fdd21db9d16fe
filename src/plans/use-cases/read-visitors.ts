import type { OrganisationId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { Visitor } from '../domain/visitor.ts'
import { listVisitors } from '../storage/visitors.ts'

export type { Visitor }

/** For queries that opened the slice `own_placements`: who comes or waits at the own organisation's offers. */
export const readVisitors = (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Visitor[]> =>
  listVisitors(db, tenantId, organisationId)
