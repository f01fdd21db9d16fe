import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { callNames, readContact } from '#people'
import { found, query } from '#platform'
import { hasOwnSignIn, PAPER_STATES, PaperInvitation, readPaper } from '#sharing'
import { maySeeHowToInvite } from '../access.ts'

export const Invitations = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  hasOwnSignIn: z.boolean(),
  email: z.string().optional(),
  phone: z.string().optional(),
  language: z.string(),
  letters: z.array(PaperInvitation.extend({ state: z.enum(PAPER_STATES) })),
})
export type Invitations = Readonly<z.infer<typeof Invitations>>

export const getInvitations = query({
  name: 'desk.getInvitations',
  summary: 'How a participant can be let in, and which letters were made',
  input: z.object({ participantId: ParticipantId }),
  output: Invitations,
  access: maySeeHowToInvite,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/invitations' },
  run: async ({ db, tenantId, input: { participantId }, today }) => {
    const [names, contact, own, letters] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readContact(db, tenantId, participantId),
      hasOwnSignIn(db, tenantId, participantId),
      readPaper(db, tenantId, participantId, today),
    ])
    return {
      participantId,
      callName: found(names.get(participantId), 'participant'),
      hasOwnSignIn: own,
      language: contact?.language ?? 'nl',
      ...(contact?.email === undefined ? {} : { email: contact.email }),
      ...(contact?.phone === undefined ? {} : { phone: contact.phone }),
      letters: [...letters],
    }
  },
})
