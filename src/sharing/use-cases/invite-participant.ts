import { z } from 'zod'
import { accept, canGetTexts, lineText, MembershipId, ParticipantId, phoneNumberOf, refuse } from '#kernel'
import { AccountLanguage, EmailAddress } from '#organisations'
import { command } from '#platform'
import { mayInviteParticipant } from '../access.ts'
import { openOwnDossier, ownSignInOf } from './own-sign-in.ts'

export const inviteParticipant = command({
  name: 'sharing.inviteParticipant',
  summary: 'Gives a participant an own sign-in to the own dossier, and tells by mail, or else by text message, how',
  input: z.object({
    participantId: ParticipantId,
    email: EmailAddress.optional(),
    phone: lineText(40).optional(),
    language: AccountLanguage.default('nl'),
  }),
  output: z.object({ participantId: ParticipantId, memberId: MembershipId }),
  access: mayInviteParticipant,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/invitation', status: 201 },
  run: async context => {
    const { participantId, email, phone: typed, language } = context.input
    if (email === undefined && typed === undefined) return refuse('invalidInput', 'email', { reason: 'required' })
    const phone = email !== undefined || typed === undefined ? undefined : phoneNumberOf(typed)
    if (email === undefined && (phone === undefined || !canGetTexts(phone)))
      return refuse('invalidInput', 'phone', { reason: 'noTexts' })
    if ((await ownSignInOf(context, participantId)) !== undefined)
      return refuse('alreadyDone', email === undefined ? 'phone' : 'email')
    const opened = await openOwnDossier(context, participantId, { email, phone, language })
    return opened.ok ? accept({ participantId, memberId: opened.value }) : opened
  },
})
