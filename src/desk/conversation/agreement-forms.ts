import { form, type FormFields, type PageRequest } from '#platform'
import { addAgreement, amendAgreement, closeAgreement, reopenAgreement } from '#plans'
import { agreementsPage, TALKERS } from './pages.ts'
import { partPath, TALK } from './parts.ts'
import { idOf, textsOf, undoing } from './wish-forms.ts'

type Params = Readonly<Record<string, string>>
const toAgreements = (request: PageRequest): string => partPath(idOf(request), 'agreements')
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })
const agreementInput = (fields: FormFields, params: Params) => ({
  ...params,
  promisedBy: fields.optional('promisedBy'),
  promisedByName: fields.optional('promisedByName'),
  words: fields.text('words'),
  terms: fields.text('terms'),
  tiedTo: fields.optional('tiedTo'),
  until: fields.optional('until'),
  forMunicipality: fields.checked('forMunicipality'),
})

export const agreementForms = [
  form({
    id: 'conversation.addAgreement',
    path: `${TALK}/afspraken`,
    who: TALKERS,
    useCase: addAgreement,
    input: agreementInput,
    done: ({ agreementId }, request) => ({
      to: toAgreements(request),
      notice: {
        text: textsOf(request)('agreements.added'),
        undo: undoing(request, '/afspraken/:agreementId/sluiten', { agreementId }, { version: 1, outcome: 'withdrawn' }),
      },
    }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.amendAgreement',
    path: `${TALK}/afspraken/:agreementId/wijzigen`,
    who: TALKERS,
    useCase: amendAgreement,
    input: (fields, params) => ({ ...agreementInput(fields, params), version: fields.number('version') }),
    done: (_, request) => ({ to: toAgreements(request), notice: { text: textsOf(request)('agreements.amended') } }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.closeAgreement',
    path: `${TALK}/afspraken/:agreementId/sluiten`,
    who: TALKERS,
    useCase: closeAgreement,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      outcome: fields.optional('outcome'),
      words: fields.text('words'),
    }),
    done: ({ agreementId, version }, request) => ({
      to: toAgreements(request),
      notice: {
        text: textsOf(request)('agreements.closedNotice'),
        undo: undoing(request, '/afspraken/:agreementId/heropenen', { agreementId }, { version }),
      },
    }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.reopenAgreement',
    path: `${TALK}/afspraken/:agreementId/heropenen`,
    who: TALKERS,
    useCase: reopenAgreement,
    input: onVersion,
    done: (_, request) => ({ to: toAgreements(request), notice: { text: textsOf(request)('agreements.reopened') } }),
    page: agreementsPage,
  }),
]
