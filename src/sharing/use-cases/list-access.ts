import { z } from 'zod'
import { addDays, CalendarDay, ParticipantId } from '#kernel'
import { memberNames } from '#organisations'
import { query } from '#platform'
import { mayReadAccess } from '../access.ts'
import { whyOf } from '../domain/grant.ts'
import { GROUNDS } from '../domain/grounds.ts'
import { listLooks } from '../storage/access-lines.ts'
import { listGrants } from '../storage/grants.ts'

const DAYS_BACK = 365
const MOST = 500

export const listAccess = query({
  name: 'sharing.listAccess',
  summary: 'Who looked at or changed a dossier, when, why and which parts: one line a person and day, newest first',
  input: z.object({
    participantId: ParticipantId,
    /** Left out: a year back. */
    since: CalendarDay.optional(),
  }),
  output: z.object({
    since: CalendarDay,
    looks: z.array(
      z.object({
        day: CalendarDay,
        /** Absent: Opstap itself, without a person. */
        name: z.string().optional(),
        role: z.string(),
        functionTitle: z.string().optional(),
        organisationName: z.string().optional(),
        firstAt: z.iso.datetime(),
        lastAt: z.iso.datetime(),
        times: z.number(),
        wrote: z.boolean(),
        slices: z.array(z.string()),
        why: z.array(z.object({ ground: z.enum([...GROUNDS, 'task']), purpose: z.string(), legalBasis: z.string() })),
      }),
    ),
  }),
  access: mayReadAccess,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/access-log' },
  run: async ({ db, tenantId, input, today }) => {
    const since = input.since ?? addDays(today, -DAYS_BACK)
    const [looks, grants] = await Promise.all([
      listLooks(db, tenantId, input.participantId, since, MOST),
      listGrants(db, tenantId, input.participantId),
    ])
    const ids = [...new Set(looks.flatMap(look => look.membershipId ?? []))]
    const names = await memberNames(db, tenantId, ids)
    return {
      since,
      looks: looks.map(look => {
        const member = look.membershipId === undefined ? undefined : names.get(look.membershipId)
        const { day, role, times, wrote, firstAt, lastAt } = look
        return {
          ...{ day, times, wrote },
          name: member?.name,
          role: member?.role ?? role,
          functionTitle: member?.functionTitle,
          organisationName: member?.organisationName,
          firstAt: firstAt.toISOString(),
          lastAt: lastAt.toISOString(),
          slices: [...look.slices],
          why: [...whyOf(look, grants)],
        }
      }),
    }
  },
})
