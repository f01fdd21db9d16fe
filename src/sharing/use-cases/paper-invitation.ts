import { z } from 'zod'
import { accept, CalendarDay, PaperInvitationId, ParticipantId, refuse, type TenantId } from '#kernel'
import { AccountLanguage, memberNames, opensMore } from '#organisations'
import { readPerson } from '#people'
import { command, type Db, found, paperCodes, query } from '#platform'
import { mayInviteParticipant } from '../access.ts'
import { lastDayOf, mustBeOpen, type PaperInvitation, type PaperState, paperStateOn } from '../domain/paper-invitation.ts'
import {
  findPaperInvitation,
  insertPaperInvitation,
  listPaperInvitations,
  withdrawPaperInvitations,
} from '../storage/paper-invitations.ts'
import { openOwnDossier, ownSignInOf } from './own-sign-in.ts'

const onLetter = { participantId: ParticipantId, invitationId: PaperInvitationId }

/** The code is made from the id and the installation's secret; neither an answer nor a table holds it. */
export const invitePaper = command({
  name: 'sharing.invitePaper',
  summary: 'Makes a letter on paper with which a participant gets in, once, with the birthday; an earlier letter stops working',
  input: z.object({ participantId: ParticipantId, language: AccountLanguage.default('nl') }),
  output: z.object({ invitationId: PaperInvitationId, expiresOn: CalendarDay }),
  access: mayInviteParticipant,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/paper-invitations', status: 201 },
  run: async context => {
    const { db, tenantId, input, now, today, memberId, newId, record } = context
    const { participantId, language } = input
    const known = await ownSignInOf(context, participantId)
    const opened = known === undefined ? await openOwnDossier(context, participantId, { language }) : accept(known)
    if (!opened.ok) return opened
    // Whoever makes the letter knows the code and the birthday: it must not open what is not this person's dossier.
    if (await opensMore(db, tenantId, opened.value)) return refuse('notPossibleNow', undefined, { state: 'opensMore' })
    const scope = { tenantId, participantId }
    const id = newId<PaperInvitationId>()
    const expiresOn = lastDayOf(today)
    await withdrawPaperInvitations(db, scope, now)
    const codeHash = paperCodes().hashOf(paperCodes().codeOf(id))
    await insertPaperInvitation(db, scope, {
      id,
      membershipId: opened.value,
      codeHash,
      language,
      by: memberId,
      at: now,
      expiresOn,
    })
    record({ entity: 'paperInvitation', id, version: 1, fields: ['expiresOn'] })
    return accept({ invitationId: id, expiresOn })
  },
})

export const withdrawPaper = command({
  name: 'sharing.withdrawPaper',
  summary: 'A letter on paper does not let in any more',
  input: z.object(onLetter),
  output: z.object({ invitationId: PaperInvitationId }),
  access: mayInviteParticipant,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/paper-invitations/{invitationId}/withdraw' },
  run: async ({ db, tenantId, input, now, today, record }) => {
    const { participantId, invitationId } = input
    const scope = { tenantId, participantId }
    const letter = found(await findPaperInvitation(db, scope, invitationId), 'letter')
    const allowed = mustBeOpen(letter, today)
    if (!allowed.ok) return allowed
    await withdrawPaperInvitations(db, scope, now, invitationId)
    record({ entity: 'paperInvitation', id: invitationId, version: letter.version + 1, fields: ['withdrawnOn'] })
    return accept({ invitationId })
  },
})

/** For another module's query that opened `sharing`: the letters that were made, newest first. */
export const readPaper = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  today: CalendarDay,
): Promise<readonly (PaperInvitation & { readonly state: PaperState })[]> => {
  const letters = await listPaperInvitations(db, { tenantId, participantId })
  return letters.map(letter => ({ ...letter, state: paperStateOn(letter, today) }))
}

/** For paper only: it has no address in the API. */
export const getPaperLetter = query({
  name: 'sharing.getPaperLetter',
  summary: 'What stands on the letter: the code, until when, and who gives it',
  input: z.object(onLetter),
  output: z.object({
    callName: z.string(),
    language: z.string(),
    code: z.string(),
    expiresOn: CalendarDay,
    givenBy: z.object({ name: z.string(), organisationName: z.string().optional() }),
  }),
  access: mayInviteParticipant,
  subject: input => input.participantId,
  run: async ({ db, tenantId, memberId, input: { participantId, invitationId }, today }) => {
    const [person, letter, names] = await Promise.all([
      readPerson(db, tenantId, participantId),
      findPaperInvitation(db, { tenantId, participantId }, invitationId),
      memberNames(db, tenantId, [memberId]),
    ])
    const { callName } = found(person, 'participant')
    const { language, expiresOn } = found(letter, 'letter')
    const allowed = mustBeOpen(found(letter, 'letter'), today)
    if (!allowed.ok) return allowed
    const me = names.get(memberId)
    return {
      ...{ callName, language, expiresOn, code: paperCodes().codeOf(invitationId) },
      givenBy: {
        name: me?.name ?? '',
        ...(me?.organisationName === undefined ? {} : { organisationName: me.organisationName }),
      },
    }
  },
})
