import { z } from 'zod'
import { OrganisationId } from '#kernel'
import { organisationNames } from '#organisations'
import { query } from '#platform'
import { mayListReceivers } from '../access.ts'
import { RECEIVING_KINDS } from '../domain/referral.ts'

export const listReceivers = query({
  name: 'trajectories.listReceivers',
  summary: 'Organisations that a referral can be sent to',
  input: z.object({}),
  output: z.object({ organisations: z.array(z.object({ id: OrganisationId, name: z.string(), kind: z.string() })) }),
  access: mayListReceivers,
  rest: { method: 'GET', path: '/receiving-organisations' },
  personal: false,
  run: async ({ db, tenantId }) => {
    const organisations = await organisationNames(db, tenantId)
    return { organisations: organisations.filter(({ kind }) => RECEIVING_KINDS.includes(kind)) }
  },
})
