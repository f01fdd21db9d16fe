import {
  accept,
  type Decision,
  type MembershipId,
  newId,
  type OrganisationId,
  type ParticipantId,
  refuse,
  type Role,
  type UserId,
} from '#kernel'
import { addJobIn, type CommandContext, invitationLetter, MAIL_TASK, welcomeLetter } from '#platform'
import type { EmailAddress } from '../domain/member.ts'
import { accountFor, endSessions, keepPassword, leadTo, placesOf, tellActorsChanged } from '../storage/accounts.ts'
import { hasPlace, insertMembership } from '../storage/members.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'now' | 'newId' | 'record'>

export interface NewAccount {
  readonly name: string
  readonly email: EmailAddress
  readonly role: Role
  readonly organisationId?: OrganisationId | undefined
  /** The dossier of a participant's own sign-in; for the role participant only. */
  readonly participantId?: ParticipantId | undefined
  readonly functionTitle?: string | undefined
  readonly language: string
  /** From `hashPassword`; left out, the person chooses one with the link in the mail (participants need none). */
  readonly passwordHash?: string | undefined
  /** Tells the person by mail where to start. */
  readonly letter: boolean
}

export interface AccountIds {
  readonly userId: UserId
  readonly membershipId: MembershipId
}

/**
 * Part of a command, here or in another module: somebody may sign in from now on. A known address keeps its account and
 * gets one more place to work; the same place twice is refused as `duplicate` on `email`.
 */
export const createAccount = async (context: Writing, account: NewAccount): Promise<Decision<AccountIds>> => {
  const { db, tenantId, now } = context
  const userId = await accountFor(db, { ...account, id: context.newId<UserId>(), at: now })
  const place = {
    userId,
    role: account.role,
    organisationId: account.organisationId,
    participantId: account.participantId,
  }
  if (await hasPlace(db, tenantId, place)) return refuse('duplicate', 'email')
  // The sessions of a participant never passed a second factor: they do not grow into those of a colleague.
  const isColleague = (await placesOf(db, userId)).some(({ role }) => role !== 'participant')
  if (account.role !== 'participant' && !isColleague) await endSessions(db, userId)
  const membershipId = context.newId<MembershipId>()
  const { name, functionTitle } = account
  await Promise.all([
    leadTo(db, userId, tenantId),
    insertMembership(db, tenantId, { ...place, id: membershipId, name, functionTitle, at: now }),
    ...(account.passwordHash === undefined ? [] : [keepPassword(db, newId<string>(), userId, account.passwordHash)]),
    ...(account.letter ? [sendLetter(context, account)] : []),
    tellActorsChanged(db),
  ])
  context.record({
    entity: 'membership',
    id: membershipId,
    version: 1,
    fields: ['name', 'email', 'role'],
    ...(account.participantId === undefined ? {} : { participantId: account.participantId }),
  })
  return accept({ userId, membershipId })
}

const sendLetter = ({ db }: Writing, { role, email, language }: NewAccount): Promise<void> =>
  addJobIn(db, MAIL_TASK, role === 'participant' ? invitationLetter(email, language) : welcomeLetter(email, language))
