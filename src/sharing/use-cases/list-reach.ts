import { z } from 'zod'
import { CalendarDay, ParticipantId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { query } from '#platform'
import { mayReadAccess } from '../access.ts'
import { isOpenOn } from '../domain/grant.ts'
import { GROUNDS } from '../domain/grounds.ts'
import { listGrants } from '../storage/grants.ts'

export const listReach = query({
  name: 'sharing.listReach',
  summary: 'Who may look at a dossier now: person or organisation, which parts, on which ground, until when',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    reach: z.array(
      z.object({
        /** A member; absent when everybody of the organisation is meant. */
        name: z.string().optional(),
        role: z.string().optional(),
        organisationName: z.string().optional(),
        reads: z.array(z.string()),
        writes: z.array(z.string()),
        ground: z.enum(GROUNDS),
        purpose: z.string(),
        legalBasis: z.string(),
        since: CalendarDay,
        until: CalendarDay.optional(),
      }),
    ),
  }),
  access: mayReadAccess,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/access-grants' },
  run: async ({ db, tenantId, input, now, today }) => {
    const grants = await listGrants(db, tenantId, input.participantId)
    const open = grants.filter(grant => grant.ground !== 'self' && isOpenOn(grant, today, now))
    const [members, organisations] = await Promise.all([
      memberNames(db, tenantId, [...new Set(open.flatMap(grant => grant.membershipId ?? []))]),
      organisationNames(db, tenantId),
    ])
    return {
      reach: open.map(grant => {
        const member = grant.membershipId === undefined ? undefined : members.get(grant.membershipId)
        const organisation = organisations.find(each => each.id === grant.organisationId)
        const { reads, writes, ground, purpose, legalBasis, validFrom, validUntil } = grant
        return {
          ...{ reads, writes, ground, purpose, legalBasis },
          name: member?.name,
          role: member?.role,
          organisationName: member?.organisationName ?? organisation?.name,
          since: validFrom,
          until: validUntil,
        }
      }),
    }
  },
})
