import { type AnyForm, form } from '#platform'
import { inviteParticipant, invitePaper, withdrawPaper } from '#sharing'
import { deskPaths } from '../web/paths.ts'
import { invitePage } from './invite.page.tsx'
import { inviteTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const
const ID = ':participantId'

const inviteByForm = form({
  id: 'desk.inviteBy',
  path: deskPaths.inviteBy(ID),
  who: WHO,
  useCase: inviteParticipant,
  input: (fields, params) => ({
    ...params,
    ...(fields.text('by') === 'sms' ? { phone: fields.text('phone') } : { email: fields.text('email') }),
    language: fields.optional('language'),
  }),
  done: ({ participantId }, request) => ({
    to: deskPaths.invite(participantId),
    notice: { text: inviteTexts(request.lang).t('invited') },
  }),
  page: invitePage,
})

const invitePaperForm = form({
  id: 'desk.invitePaper',
  path: deskPaths.invitePaper(ID),
  who: WHO,
  useCase: invitePaper,
  input: (fields, params) => ({ ...params, language: fields.optional('language') }),
  done: ({ invitationId }, request) => ({
    to: deskPaths.paperLetter(request.params['participantId'] ?? '', invitationId),
    notice: { text: inviteTexts(request.lang).t('made') },
  }),
  page: invitePage,
})

const withdrawPaperForm = form({
  id: 'desk.withdrawPaper',
  path: deskPaths.withdrawPaper(ID, ':invitationId'),
  who: WHO,
  useCase: withdrawPaper,
  input: (_fields, params) => params,
  done: (_output, request) => ({
    to: deskPaths.invite(request.params['participantId'] ?? ''),
    notice: { text: inviteTexts(request.lang).t('withdrawn') },
  }),
  page: invitePage,
})

export const inviteForms: readonly AnyForm[] = [inviteByForm, invitePaperForm, withdrawPaperForm]
