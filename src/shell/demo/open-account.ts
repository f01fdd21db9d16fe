import { z } from 'zod'
import { OrganisationId, ParticipantId, ROLES } from '#kernel'
import { createAccount, EmailAddress } from '#organisations'
import { allow, command } from '#platform'
import { giveAccess, SELF_REACH } from '#sharing'

const fields = { name: z.string(), email: EmailAddress, passwordHash: z.string().optional() }
const output = z.object({ userId: z.uuid(), membershipId: z.uuid() })

/** As `organisations.addMember` does it, with a password that is known and without a letter. */
export const openAccount = command({
  name: 'demo.openAccount',
  summary: 'Opens a sign-in of the demo',
  input: z.object({
    ...fields,
    role: z.enum(ROLES),
    organisationId: OrganisationId.optional(),
    functionTitle: z.string().optional(),
  }),
  output,
  access: allow({ to: 'open the sign-ins of the demo', who: [] }),
  run: context => createAccount(context, { ...context.input, language: 'nl', letter: false }),
})

/** The own sign-in of a participant: it reaches the own dossier. */
export const openOwnAccount = command({
  name: 'demo.openOwnAccount',
  summary: 'Opens the own sign-in of a participant of the demo',
  input: z.object({ ...fields, participantId: ParticipantId }),
  output,
  access: allow({ to: 'open the sign-ins of the demo', who: [], writes: ['sharing'] }),
  subject: input => input.participantId,
  run: async context => {
    const { participantId } = context.input
    const made = await createAccount(context, { ...context.input, role: 'participant', language: 'nl', letter: false })
    if (!made.ok) return made
    await giveAccess(context, {
      participantId,
      grantee: made.value,
      ground: 'self',
      reach: SELF_REACH,
      legalBasis: 'AVG, artikel 15',
      purpose: 'self',
    })
    return made
  },
})
