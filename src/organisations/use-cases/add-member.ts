import { z } from 'zod'
import { accept, MembershipId, OrganisationId, refuse, type Refusal } from '#kernel'
import { command } from '#platform'
import { mayManageMembers } from '../access.ts'
import { AccountLanguage, decidePlace, EmailAddress, MemberName, StaffRole } from '../domain/member.ts'
import { listOrganisations } from '../storage/organisations.ts'
import { createAccount } from './create-account.ts'

const UNKNOWN: Refusal = refuse('invalidInput', 'organisationId', { reason: 'choice' })

export const addMember = command({
  name: 'organisations.addMember',
  summary: 'Gives a colleague an account, and mails where to choose a password',
  input: z.object({
    name: MemberName,
    email: EmailAddress,
    role: StaffRole,
    organisationId: OrganisationId.optional(),
    functionTitle: MemberName.optional(),
    language: AccountLanguage.default('nl'),
  }),
  output: z.object({ memberId: MembershipId }),
  access: mayManageMembers,
  rest: { method: 'POST', path: '/members', status: 201 },
  run: async context => {
    const { db, tenantId, input } = context
    const place = decidePlace(input.role, input.organisationId)
    if (!place.ok) return place
    const organisations = await listOrganisations(db, tenantId)
    if (input.organisationId !== undefined && !organisations.some(one => one.id === input.organisationId)) return UNKNOWN
    const made = await createAccount(context, { ...input, letter: true })
    return made.ok ? accept({ memberId: made.value.membershipId }) : made
  },
})
