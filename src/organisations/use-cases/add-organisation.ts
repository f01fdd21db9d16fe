import { z } from 'zod'
import { accept, foldText, lineText, OrganisationId, refuse } from '#kernel'
import { command } from '#platform'
import { mayManageOrganisations } from '../access.ts'
import { EmailAddress } from '../domain/member.ts'
import { OrganisationKind, OrganisationNameText } from '../domain/organisation.ts'
import { insertOrganisation, listOrganisations } from '../storage/organisations.ts'

export const addOrganisation = command({
  name: 'organisations.addOrganisation',
  summary: 'Adds an organisation that works in the municipality',
  input: z.object({
    name: OrganisationNameText,
    kind: OrganisationKind,
    email: EmailAddress.optional(),
    phone: lineText(30).optional(),
  }),
  output: z.object({ organisationId: OrganisationId }),
  access: mayManageOrganisations,
  rest: { method: 'POST', path: '/organisations', status: 201 },
  run: async ({ db, tenantId, input, now, newId, record }) => {
    const known = await listOrganisations(db, tenantId)
    if (known.some(one => foldText(one.name) === foldText(input.name))) return refuse('duplicate', 'name')
    const organisationId = newId<OrganisationId>()
    await insertOrganisation(db, tenantId, { ...input, id: organisationId, version: 1 }, now)
    record({ entity: 'organisation', id: organisationId, version: 1, fields: ['name', 'kind', 'email', 'phone'] })
    return accept({ organisationId })
  },
})
