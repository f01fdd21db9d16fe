import { z } from 'zod'
import { query } from '#platform'
import { mayReadOrganisations } from '../access.ts'
import { Organisation } from '../domain/organisation.ts'
import { listOrganisations as loadOrganisations } from '../storage/organisations.ts'

export const listOrganisations = query({
  name: 'organisations.listOrganisations',
  summary: 'The organisations that work in this municipality, by name',
  input: z.object({}),
  output: z.object({ organisations: z.array(Organisation) }),
  access: mayReadOrganisations,
  personal: false,
  rest: { method: 'GET', path: '/organisations' },
  run: async ({ db, tenantId }) => ({ organisations: [...(await loadOrganisations(db, tenantId))] }),
})
