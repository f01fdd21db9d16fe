import { sql } from 'kysely'
import type { OrganisationId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { Visitor } from '../domain/visitor.ts'
import type { PlansTables } from './tables.ts'

/** Who comes or waits at the offers of one organisation, the longest there first. */
export const listVisitors = async (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Visitor[]> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('placement')
    .select(['id', 'participant_id', 'offer_id', 'state', 'since', 'starts_on'])
    .where('tenant_id', '=', tenantId)
    .where('offer_organisation_id', '=', organisationId)
    .where('state', '=', sql<string>`any(${['placed', 'waiting']}::text[])`)
    .orderBy('since')
    .orderBy('waiting_since')
    .orderBy('id')
    .execute()
  return rows.map(row =>
    Visitor.parse({
      placementId: row.id,
      participantId: row.participant_id,
      offerId: row.offer_id,
      state: row.state,
      since: row.since,
      startsOn: row.starts_on ?? undefined,
    }),
  )
}
