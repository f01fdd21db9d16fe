import { z } from 'zod'
import { addDays, CalendarDay, MembershipId, ParticipantId, type TenantId } from '#kernel'
import { memberNames } from '#organisations'
import { type Db, query } from '#platform'
import { mayReadAccess } from '../access.ts'
import { LOOKED_AT, lookedAt, purposeOf, PURPOSES, strongest } from '../domain/look.ts'
import { listLooks } from '../storage/looks.ts'

export const ACCESS_PERIODS = ['week', 'month', 'year', 'all'] as const
export type AccessPeriod = (typeof ACCESS_PERIODS)[number]

const DAYS: Readonly<Record<AccessPeriod, number | null>> = { week: 7, month: 31, year: 365, all: null }

/** The first day of the period that ends today; null = from the beginning. */
export const firstDayOf = (period: AccessPeriod, today: CalendarDay): CalendarDay | null => {
  const days = DAYS[period]
  return days === null ? null : addDays(today, -days)
}

const Look = z.object({
  day: CalendarDay,
  /** Absent: Opstap itself, without a person. */
  name: z.string().optional(),
  role: z.string(),
  functionTitle: z.string().optional(),
  organisationName: z.string().optional(),
  lastAt: z.iso.datetime(),
  times: z.number(),
  wrote: z.boolean(),
  lookedAt: z.array(z.enum(LOOKED_AT)),
  purpose: z.enum(PURPOSES),
  legalBases: z.array(z.string()),
})
export type Look = z.infer<typeof Look>

const MOST = 500

/** Who looked, one line a person and day, newest first, without the person self; needs the log and sharing slices. */
export const readAccess = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  since: CalendarDay | null,
): Promise<readonly Look[]> => {
  const rows = await listLooks(db, tenantId, participantId, since, MOST)
  const ids = rows.flatMap(row => (row.membershipId === null ? [] : [MembershipId.parse(row.membershipId)]))
  const names = await memberNames(db, tenantId, [...new Set(ids)])
  const byId = new Map<string, ReturnType<typeof names.get>>(names)
  return rows.map(({ membershipId, role, day, times, wrote, last, useCases, purposes, grounds }) => {
    const member = membershipId === null ? undefined : byId.get(membershipId)
    return {
      ...{ day, times, wrote },
      name: member?.name,
      role: member?.role ?? role,
      functionTitle: member?.functionTitle,
      organisationName: member?.organisationName,
      lastAt: last.toISOString(),
      lookedAt: [...new Set(useCases.map(lookedAt))],
      purpose: purposeOf(strongest(purposes), role),
      legalBases: grounds,
    }
  })
}

export const listAccess = query({
  name: 'sharing.listAccess',
  summary: 'Who looked at or changed a dossier, when, why and which parts: one line a person and day, newest first',
  input: z.object({ participantId: ParticipantId, period: z.enum(ACCESS_PERIODS).default('year') }),
  output: z.object({ looks: z.array(Look) }),
  access: mayReadAccess,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/access-log' },
  run: async ({ db, tenantId, input, today }) => ({
    looks: [...(await readAccess(db, tenantId, input.participantId, firstDayOf(input.period, today)))],
  }),
})
