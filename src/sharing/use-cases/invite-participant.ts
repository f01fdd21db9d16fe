import { z } from 'zod'
import { accept, MembershipId, ParticipantId, refuse } from '#kernel'
import { AccountLanguage, createAccount, EmailAddress } from '#organisations'
import { readPerson } from '#people'
import { command, found } from '#platform'
import { mayInviteParticipant } from '../access.ts'
import { isOpenOn } from '../domain/grant.ts'
import { SELF_REACH } from '../domain/grounds.ts'
import { listGrants, takeTurn } from '../storage/grants.ts'
import { giveAccess } from './give-access.ts'

export const inviteParticipant = command({
  name: 'sharing.inviteParticipant',
  summary: 'Gives a participant an own sign-in to the own dossier, and mails how',
  input: z.object({ participantId: ParticipantId, email: EmailAddress, language: AccountLanguage.default('nl') }),
  output: z.object({ participantId: ParticipantId, memberId: MembershipId }),
  access: mayInviteParticipant,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/invitation', status: 201 },
  run: async context => {
    const { db, tenantId, input, now, today } = context
    const { participantId, email, language } = input
    await takeTurn(db, tenantId, participantId)
    const [person, grants] = await Promise.all([readPerson(db, tenantId, participantId), listGrants(db, tenantId, participantId)])
    const { callName } = found(person, 'participant')
    if (grants.some(grant => grant.ground === 'self' && isOpenOn(grant, today, now))) return refuse('alreadyDone', 'email')
    const account = await createAccount(context, {
      ...{ email, language, participantId },
      name: callName,
      role: 'participant',
      letter: true,
    })
    if (!account.ok) return account
    const { membershipId: memberId } = account.value
    await giveAccess(context, {
      participantId,
      grantee: { membershipId: memberId },
      ground: 'self',
      reach: SELF_REACH,
      legalBasis: 'AVG, recht op inzage',
      purpose: 'ownDossier',
    })
    return accept({ participantId, memberId })
  },
})
