import { dossierPath } from '#people/paths'
import { form, type FormFields, type ModuleWeb, type UiLanguage } from '#platform'
import { acceptReferral } from '../use-cases/accept-referral.ts'
import { amendReferral } from '../use-cases/amend-referral.ts'
import { answerQuestion } from '../use-cases/answer-question.ts'
import { askBack } from '../use-cases/ask-back.ts'
import { passOnReferral } from '../use-cases/pass-on-referral.ts'
import { rejectReferral } from '../use-cases/reject-referral.ts'
import { rerouteReferral } from '../use-cases/reroute-referral.ts'
import { sendReferral } from '../use-cases/send-referral.ts'
import { undoWithdrawal } from '../use-cases/undo-withdrawal.ts'
import { withdrawReferral } from '../use-cases/withdraw-referral.ts'
import { newReferralPage, SEND_FORM } from './new-referral.page.tsx'
import { newReferralPath, referralPath, referralPostPath, referralsPath } from './paths.ts'
import { referralPage } from './referral.page.tsx'
import { REFERRAL_FORMS } from './referral-forms.ts'
import { referralsPage } from './referrals.page.tsx'
import { typeSettingsForm, typeSettingsPage } from './settings.page.tsx'
import { type T, trajectoryTexts } from './texts.ts'

const DESK = ['serviceplein'] as const
const ORGANISATION = ['coach', 'workcoach'] as const

type Params = Readonly<Record<string, string>>
const keyOf = (fields: FormFields, params: Params) => ({
  participantId: fields.text('participantId'),
  referralId: params['referralId'],
  version: fields.text('version'),
})
const contentOf = (fields: FormFields) => ({
  trajectoryType: fields.optional('trajectoryType'),
  law: fields.optional('law'),
  reason: fields.text('reason'),
  wish: fields.text('wish'),
  wishLanguage: fields.optional('wishLanguage'),
  voluntary: fields.text('voluntary') !== 'no',
})
const routed = (fields: FormFields, params: Params) => ({
  ...keyOf(fields, params),
  organisationId: fields.optional('organisationId'),
  words: fields.text('words'),
})
const say = (lang: UiLanguage): T => trajectoryTexts(lang).t

const send = form({
  id: SEND_FORM,
  path: newReferralPath(),
  who: DESK,
  useCase: sendReferral,
  input: fields => ({
    ...contentOf(fields),
    callName: fields.text('callName'),
    surname: fields.text('surname'),
    birthDate: fields.optional('birthDate'),
    bsn: fields.optional('bsn'),
    phone: fields.optional('phone'),
    email: fields.optional('email'),
    address: fields.optional('address'),
    postcode: fields.optional('postcode'),
    place: fields.optional('place'),
    language: fields.optional('language'),
    interpreter: fields.checked('interpreter'),
    channels: fields.list('channels'),
    preferences: fields.optional('preferences'),
    organisationId: fields.optional('organisationId'),
    knownPerson: fields.optional('knownPerson'),
    notTheSame: fields.checked('notTheSame'),
  }),
  done: ({ referralId }, { lang }) => ({ to: referralPath(referralId), notice: { text: say(lang)('new.sent') } }),
  page: newReferralPage,
})

const amend = form({
  id: REFERRAL_FORMS.amend,
  path: referralPostPath(':referralId', 'amend'),
  who: DESK,
  useCase: amendReferral,
  input: (fields, params) => ({
    ...keyOf(fields, params),
    ...contentOf(fields),
    amendmentReason: fields.text('amendmentReason'),
  }),
  done: ({ referralId, trajectoryEndedOn }, { lang }) => ({
    to: referralPath(referralId),
    notice: { text: say(lang)(trajectoryEndedOn === undefined ? 'do.amended' : 'do.amendedAfterEnd') },
  }),
  page: referralPage,
})

const withdraw = form({
  id: REFERRAL_FORMS.withdraw,
  path: referralPostPath(':referralId', 'withdraw'),
  who: DESK,
  useCase: withdrawReferral,
  input: (fields, params) => ({ ...keyOf(fields, params), reason: fields.text('reason') }),
  done: ({ referralId, version }, { lang, fields }) => ({
    to: referralPath(referralId),
    notice: {
      text: say(lang)('do.withdrawn'),
      undo: {
        action: referralPostPath(referralId, 'undoWithdrawal'),
        label: say(lang)('do.undo'),
        fields: { participantId: fields.text('participantId'), version: String(version) },
      },
    },
  }),
  page: referralPage,
})

const undo = form({
  id: REFERRAL_FORMS.undoWithdrawal,
  path: referralPostPath(':referralId', 'undoWithdrawal'),
  who: DESK,
  useCase: undoWithdrawal,
  input: keyOf,
  done: ({ referralId }, { lang }) => ({ to: referralPath(referralId), notice: { text: say(lang)('do.undone') } }),
  page: referralPage,
})

const answer = form({
  id: REFERRAL_FORMS.answerQuestion,
  path: referralPostPath(':referralId', 'answerQuestion'),
  who: DESK,
  useCase: answerQuestion,
  input: (fields, params) => ({ ...keyOf(fields, params), answer: fields.text('answer') }),
  done: ({ referralId }, { lang }) => ({ to: referralPath(referralId), notice: { text: say(lang)('do.answered') } }),
  page: referralPage,
})

const ask = form({
  id: REFERRAL_FORMS.askBack,
  path: referralPostPath(':referralId', 'askBack'),
  who: ORGANISATION,
  useCase: askBack,
  input: (fields, params) => ({ ...keyOf(fields, params), question: fields.text('question') }),
  done: ({ referralId }, { lang }) => ({ to: referralPath(referralId), notice: { text: say(lang)('do.asked') } }),
  page: referralPage,
})

const take = form({
  id: REFERRAL_FORMS.accept,
  path: referralPostPath(':referralId', 'accept'),
  who: ORGANISATION,
  useCase: acceptReferral,
  input: keyOf,
  done: ({ participantId }, { lang }) => ({ to: dossierPath(participantId), notice: { text: say(lang)('do.accepted') } }),
  page: referralPage,
})

const reroute = form({
  id: REFERRAL_FORMS.reroute,
  path: referralPostPath(':referralId', 'reroute'),
  who: DESK,
  useCase: rerouteReferral,
  input: routed,
  done: ({ referralId }, { lang }) => ({ to: referralPath(referralId), notice: { text: say(lang)('route.rerouted') } }),
  page: referralPage,
})

const passOn = form({
  id: REFERRAL_FORMS.passOn,
  path: referralPostPath(':referralId', 'passOn'),
  who: ORGANISATION,
  useCase: passOnReferral,
  input: routed,
  // The organisation no longer reaches the referral, so its page cannot be shown.
  done: (_, { lang }) => ({ to: referralsPath(), notice: { text: say(lang)('route.passedOn') } }),
  page: referralPage,
})

const reject = form({
  id: REFERRAL_FORMS.reject,
  path: referralPostPath(':referralId', 'reject'),
  who: ORGANISATION,
  useCase: rejectReferral,
  input: (fields, params) => ({ ...keyOf(fields, params), rejectionReason: fields.text('rejectionReason') }),
  // The organisation no longer reaches the referral, so its page cannot be shown.
  done: (_, { lang }) => ({ to: referralsPath(), notice: { text: say(lang)('do.rejected') } }),
  page: referralPage,
})

export const trajectoriesWeb: ModuleWeb = {
  pages: [referralsPage, newReferralPage, referralPage, typeSettingsPage],
  forms: [send, amend, withdraw, undo, answer, ask, take, reroute, passOn, reject, typeSettingsForm],
}
