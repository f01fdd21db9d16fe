import {
  accept,
  type Decision,
  type MembershipId,
  newId,
  type OrganisationId,
  type ParticipantId,
  type PhoneNumber,
  refuse,
  type Role,
  type UserId,
} from '#kernel'
import {
  addJobIn,
  type CommandContext,
  invitationAnewLetter,
  invitationAnewText,
  invitationLetter,
  invitationText,
  MAIL_TASK,
  SMS_TASK,
  welcomeAnewLetter,
  welcomeLetter,
} from '#platform'
import type { EmailAddress } from '../domain/member.ts'
import { accountFor, dropPassword, keepOnly, keepPassword, leadTo, placesOf, tellActorsChanged } from '../storage/accounts.ts'
import { hasPlace, insertMembership } from '../storage/members.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'now' | 'newId' | 'record'>

export interface NewAccount {
  readonly name: string
  /** Left out for a participant who has none: a number or a letter on paper lets in. */
  readonly email?: EmailAddress | undefined
  readonly phone?: PhoneNumber | undefined
  readonly role: Role
  readonly organisationId?: OrganisationId | undefined
  /** The dossier of a participant's own sign-in; for the role participant only. */
  readonly participantId?: ParticipantId | undefined
  readonly functionTitle?: string | undefined
  readonly language: string
  /** From `hashPassword`; left out, the person chooses one with the link in the mail (participants need none). */
  readonly passwordHash?: string | undefined
  /** Tells the person by mail, or by text message when there is no mail address, where to start. */
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
  const { userId, known } = await accountFor(db, { ...account, email: account.email, id: context.newId<UserId>(), at: now })
  const place = {
    userId,
    role: account.role,
    organisationId: account.organisationId,
    participantId: account.participantId,
  }
  if (await hasPlace(db, tenantId, place)) return refuse('duplicate', account.email === undefined ? 'phone' : 'email')
  const startsAnew = known && !(await isColleague(db, userId))
  if (startsAnew) await startAnew(context, userId, account)
  const membershipId = context.newId<MembershipId>()
  const { name, functionTitle } = account
  await Promise.all([
    leadTo(db, userId, tenantId),
    insertMembership(db, tenantId, { ...place, id: membershipId, name, functionTitle, at: now }),
    ...(account.passwordHash === undefined ? [] : [keepPassword(db, newId<string>(), userId, account.passwordHash)]),
    ...(account.letter ? [sendLetter(context, account, startsAnew)] : []),
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

const isColleague = async (db: Writing['db'], userId: UserId): Promise<boolean> =>
  (await placesOf(db, userId)).some(({ role }) => role !== 'participant')

/**
 * An account that held participants only was opened in somebody's name by whoever guides them, perhaps with a letter, and without
 * a second factor: what lets in there is not proved to be of the person who gets this place. Only the address that it is given to is.
 */
const startAnew = async ({ db, now }: Writing, userId: UserId, { email }: NewAccount): Promise<void> => {
  await keepOnly(db, userId, email === undefined ? 'phone' : 'mail', now)
  await dropPassword(db, userId)
}

const sendLetter = async ({ db }: Writing, account: NewAccount, startsAnew: boolean): Promise<void> => {
  const { role, email, phone, language } = account
  if (email !== undefined) {
    await addJobIn(db, MAIL_TASK, letterFor(role, startsAnew)(email, language))
  } else if (phone !== undefined) {
    await addJobIn(db, SMS_TASK, (startsAnew ? invitationAnewText : invitationText)(phone, language))
  }
}

const letterFor = (role: Role, startsAnew: boolean) => {
  if (role === 'participant') return startsAnew ? invitationAnewLetter : invitationLetter
  return startsAnew ? welcomeAnewLetter : welcomeLetter
}
