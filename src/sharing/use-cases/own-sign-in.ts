import { accept, type Decision, type MembershipId, type ParticipantId, type PhoneNumber } from '#kernel'
import { createAccount, type EmailAddress } from '#organisations'
import { readPerson } from '#people'
import { type CommandContext, found } from '#platform'
import { isOpenOn } from '../domain/grant.ts'
import { SELF_REACH } from '../domain/grounds.ts'
import { OWN_RIGHT } from '../domain/legal-basis.ts'
import { listGrants, takeTurn } from '../storage/grants.ts'
import { giveAccess } from './give-access.ts'

interface HowToReach {
  readonly email?: EmailAddress | undefined
  readonly phone?: PhoneNumber | undefined
  readonly language: string
}

/** The membership that opens the own dossier now; whoever asks waits for another who does. */
export const ownSignInOf = async (
  { db, tenantId, now, today }: Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'now' | 'today'>,
  participantId: ParticipantId,
): Promise<MembershipId | undefined> => {
  await takeTurn(db, tenantId, participantId)
  const grants = await listGrants(db, tenantId, participantId)
  return grants.find(grant => grant.ground === 'self' && isOpenOn(grant, today, now))?.membershipId
}

/** Part of a command that declared name, identity, sharing: an account and the grant to the own dossier. */
export const openOwnDossier = async (
  context: CommandContext<unknown>,
  participantId: ParticipantId,
  reach: HowToReach,
): Promise<Decision<MembershipId>> => {
  const { callName } = found(await readPerson(context.db, context.tenantId, participantId), 'participant')
  const account = await createAccount(context, { ...reach, participantId, name: callName, role: 'participant', letter: true })
  if (!account.ok) return account
  const { membershipId } = account.value
  await giveAccess(context, {
    participantId,
    grantee: { membershipId },
    ground: 'self',
    reach: SELF_REACH,
    legalBasis: OWN_RIGHT,
    purpose: 'ownDossier',
  })
  return accept(membershipId)
}
