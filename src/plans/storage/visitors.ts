import { sql } from 'kysely'
import type { OrganisationId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { Visitor } from '../domain/visitor.ts'

interface Row {
  readonly id: string
  readonly participant_id: string
  readonly offer_id: string
  readonly state: string
  readonly since: string
  readonly starts_on: string | null
}

/**
 * Who comes or waits at the offers of one organisation, the longest there first; once per offer, also when somebody came at
 * two that became one.
 */
export const listVisitors = async (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Visitor[]> => {
  const { rows } = await sql<Row>`
    select v.id, v.participant_id, v.offer_id, v.state, v.since, v.starts_on
    from (
      select distinct on (coalesce(o.survivor_id, o.id), p.participant_id)
        p.id, p.participant_id, coalesce(o.survivor_id, o.id) as offer_id, p.state, p.since, p.starts_on, p.waiting_since
      from placement p join offer o on o.tenant_id = p.tenant_id and o.id = p.offer_id
      where p.tenant_id = ${tenantId} and p.offer_organisation_id = ${organisationId} and p.state in ('placed', 'waiting')
      order by coalesce(o.survivor_id, o.id), p.participant_id, p.state, p.since
    ) v
    order by v.since, v.waiting_since, v.id`.execute(db)
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
