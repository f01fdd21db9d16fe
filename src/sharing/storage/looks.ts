import { sql } from 'kysely'
import { z } from 'zod'
import { CalendarDay, type ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'

const LookRow = z.object({
  day: CalendarDay,
  membershipId: z.string().nullable(),
  role: z.string(),
  times: z.number(),
  useCases: z.array(z.string()),
  wrote: z.boolean(),
  last: z.date(),
  purposes: z.array(z.string()),
  grounds: z.array(z.string()),
})
/** One person on one day. */
export type LookRow = Readonly<z.infer<typeof LookRow>>

/**
 * Who looked, latest first; not the person. What happens within the same half hour is one time. The purposes are those of
 * the grants that held on that day for this member or the organisation.
 */
export const listLooks = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  since: CalendarDay | null,
  limit: number,
): Promise<readonly LookRow[]> => {
  const { rows } = await sql`
    select l.day::text as day, l.membership_id as "membershipId", l.role, l.times, l.use_cases as "useCases", l.wrote, l.last,
      coalesce(g.purposes, '{}') as purposes, coalesce(g.grounds, '{}') as grounds
    from (
      select (at at time zone 'Europe/Amsterdam')::date as day, membership_id, organisation_id, role,
        count(distinct date_bin('30 minutes', at, timestamptz '2000-01-01 00:00+00'))::int as times,
        array_agg(distinct use_case) as use_cases, bool_or(kind = 'write') as wrote, max(at) as last
      from access_line
      where tenant_id = ${tenantId} and participant_id = ${participantId} and role <> 'participant' and outcome = 'allowed'
        and (${since}::date is null or at >= (${since}::date::timestamp at time zone 'Europe/Amsterdam'))
      group by 1, 2, 3, 4
      order by last desc
      limit ${limit}
    ) l
    left join lateral (
      select array_agg(distinct purpose) as purposes, array_agg(distinct legal_basis) as grounds
      from access_grant a
      where a.tenant_id = ${tenantId} and a.participant_id = ${participantId}
        and (a.membership_id = l.membership_id or a.organisation_id = l.organisation_id)
        and a.valid_from <= l.day and (a.valid_until is null or a.valid_until >= l.day)
        and (a.revoked_at is null or (a.revoked_at at time zone 'Europe/Amsterdam')::date >= l.day)
    ) g on true
    order by l.last desc`.execute(db)
  return rows.map(row => LookRow.parse(row))
}
