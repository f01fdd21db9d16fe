import { z } from 'zod'
import { OrganisationId, ROLES } from '#kernel'
import { createAccount, EmailAddress } from '#organisations'
import { allow, command } from '#platform'

/** As `organisations.addMember` does it, with a password that is known and without a letter. */
export const openAccount = command({
  name: 'demo.openAccount',
  summary: 'Opens a sign-in of the demo',
  input: z.object({
    name: z.string(),
    email: EmailAddress,
    passwordHash: z.string(),
    role: z.enum(ROLES),
    organisationId: OrganisationId.optional(),
    functionTitle: z.string().optional(),
  }),
  output: z.object({ userId: z.uuid(), membershipId: z.uuid() }),
  access: allow({ to: 'open the sign-ins of the demo', who: [] }),
  run: context => createAccount(context, { ...context.input, language: 'nl', letter: false }),
})
