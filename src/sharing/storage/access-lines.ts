import { sql } from 'kysely'
import { z } from 'zod'
import { CalendarDay, MembershipId, OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import type { Look } from '../domain/grant.ts'

const Row = z.object({
  day: CalendarDay,
  membership_id: MembershipId.nullable(),
  organisation_id: OrganisationId.nullable(),
  role: z.string(),
  first_at: z.date(),
  last_at: z.date(),
  times: z.number(),
  wrote: z.boolean(),
  slices: z.array(z.string()),
})

/** Looks and changes per day and member since a day, newest first; what the person did self is left out. */
export const listLooks = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  since: CalendarDay,
  limit: number,
): Promise<readonly Look[]> => {
  const found = await sql`
    with line as (
      select id, at, (at at time zone 'Europe/Amsterdam')::date as day, membership_id, organisation_id, role, kind, slices
      from access_line
      where tenant_id = ${tenantId} and participant_id = ${participantId} and role <> 'participant' and outcome = 'allowed'
        and at >= (${since}::date)::timestamp at time zone 'Europe/Amsterdam'
    )
    select line.day, line.membership_id, line.organisation_id, line.role, min(line.at) as first_at, max(line.at) as last_at,
      count(distinct line.id)::int as times, bool_or(line.kind = 'write') as wrote,
      coalesce(array_agg(distinct slice) filter (where slice is not null), '{}') as slices
    from line left join lateral unnest(line.slices) slice on true
    group by line.day, line.membership_id, line.organisation_id, line.role
    order by max(line.at) desc
    limit ${limit}`.execute(db)
  return z
    .array(Row)
    .parse(found.rows)
    .map(row => ({
      day: row.day,
      membershipId: row.membership_id ?? undefined,
      organisationId: row.organisation_id ?? undefined,
      role: row.role,
      firstAt: row.first_at,
      lastAt: row.last_at,
      times: row.times,
      wrote: row.wrote,
      slices: row.slices,
    }))
}
