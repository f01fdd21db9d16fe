import { z } from 'zod'
import { lineText, OrganisationId } from '#kernel'

export const ORGANISATION_KINDS = ['municipalDesk', 'welfare', 'workCompany', 'socialTeam', 'partner', 'volunteers'] as const
export const OrganisationKind = z.enum(ORGANISATION_KINDS)
export type OrganisationKind = z.infer<typeof OrganisationKind>
export const OrganisationNameText = lineText(120)

export const Organisation = z.object({
  id: OrganisationId,
  name: z.string(),
  kind: OrganisationKind,
  email: z.string().optional(),
  phone: z.string().optional(),
  version: z.int().positive(),
})
export type Organisation = z.infer<typeof Organisation>
