import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import {
  amendAdvice,
  decideAdvice,
  saveAdvice,
  sendAdvice,
  undoAdviceWithdrawal,
  withdrawAdvice,
  writeAdviceWord,
} from '#trajectories'
import { advicePage } from './advice.page.tsx'
import { myAdvicePage } from './my-advice.page.tsx'
import { advicePaths } from './paths.ts'
import { sentAdvicePage } from './sent-advice.page.tsx'
import { adviceTexts, myAdviceTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const
const ID = ':participantId'
const ADVICE = ':adviceId'
const t = (request: PageRequest) => adviceTexts(request.lang).t
const here = (request: PageRequest): string => advicePaths.one(request.params['participantId'] ?? '')

/** The fields of one goal carry its id. */
const contentOf = (fields: FormFields) => ({
  direction: fields.optional('direction'),
  summary: fields.text('summary'),
  growth: fields.text('growth'),
  because: fields.text('because'),
  goals: fields.list('goalId').map(goalId => ({
    goalId,
    title: fields.text(`title-${goalId}`),
    area: fields.text(`area-${goalId}`),
    words: fields.text(`words-${goalId}`),
    outcomes: [...fields.list(`outcomes-${goalId}`)],
  })),
  extendUntil: fields.optional('extendUntil'),
  organisationId: fields.optional('organisationId'),
  readsUntil: fields.optional('readsUntil'),
  staysAt: fields.text('staysAt'),
  endReason: fields.optional('endReason'),
})

const draftInput = (fields: FormFields, params: Readonly<Record<string, string>>) => ({
  ...params,
  ...contentOf(fields),
  trajectoryId: fields.text('trajectoryId'),
  version: fields.text('version'),
})

const saveForm = form({
  id: 'desk.saveAdvice',
  path: advicePaths.save(ID),
  who: WHO,
  useCase: saveAdvice,
  input: draftInput,
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('form.saved') } }),
  page: advicePage,
})

const sendForm = form({
  id: 'desk.sendAdvice',
  path: advicePaths.send(ID),
  who: WHO,
  useCase: sendAdvice,
  input: draftInput,
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('form.sent') } }),
  page: advicePage,
})

const amendForm = form({
  id: 'desk.amendAdvice',
  path: advicePaths.amend(ID, ADVICE),
  who: WHO,
  useCase: amendAdvice,
  input: (fields, params) => ({
    ...params,
    ...contentOf(fields),
    reason: fields.text('reason'),
    version: fields.text('version'),
  }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('amend.done') } }),
  page: advicePage,
})

const withdrawForm = form({
  id: 'desk.withdrawAdvice',
  path: advicePaths.withdraw(ID, ADVICE),
  who: WHO,
  useCase: withdrawAdvice,
  input: (fields, params) => ({ ...params, reason: fields.text('reason'), version: fields.text('version') }),
  done: ({ adviceId, version }, request) => ({
    to: here(request),
    notice: {
      text: t(request)('withdraw.done'),
      undo: {
        action: advicePaths.undoWithdrawal(request.params['participantId'] ?? '', adviceId),
        label: '',
        fields: { version: String(version) },
      },
    },
  }),
  page: advicePage,
})

const undoForm = form({
  id: 'desk.undoAdviceWithdrawal',
  path: advicePaths.undoWithdrawal(ID, ADVICE),
  who: WHO,
  useCase: undoAdviceWithdrawal,
  input: (fields, params) => ({ ...params, version: fields.text('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('withdraw.undone') } }),
  page: advicePage,
})

const wordInput = (fields: FormFields, trajectoryId: string, participantId: string) => ({
  participantId,
  trajectoryId,
  version: fields.text('version'),
  words: fields.text('words'),
  language: fields.optional('language'),
})

const ownWordForm = form({
  id: 'desk.writeAdviceWord',
  path: advicePaths.ownWord(ID),
  who: WHO,
  useCase: writeAdviceWord,
  input: (fields, { participantId = '' }) => wordInput(fields, fields.text('trajectoryId'), participantId),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('wordsSaved') } }),
  page: advicePage,
})

/** The dossier is named by the form and proved by the grant: another's is not found. */
const myWordForm = form({
  id: 'desk.writeMyAdviceWord',
  path: advicePaths.myOwnWord(':trajectoryId'),
  who: ['participant'],
  useCase: writeAdviceWord,
  input: (fields, { trajectoryId = '' }) => wordInput(fields, trajectoryId, fields.text('participantId')),
  done: (_output, request) => ({ to: advicePaths.my(), notice: { text: myAdviceTexts(request.lang).t('saved') } }),
  page: myAdvicePage,
})

const decideForm = form({
  id: 'desk.decideAdvice',
  path: advicePaths.decide(ADVICE),
  who: ['serviceplein'],
  useCase: decideAdvice,
  input: (fields, params) => ({
    ...params,
    participantId: fields.text('participantId'),
    decision: fields.optional('decision'),
    words: fields.text('words'),
    version: fields.text('version'),
  }),
  done: ({ adviceId }, request) => ({
    to: advicePaths.sentOne(adviceId),
    notice: { text: t(request)('desk.done', { name: request.fields.text('name') }) },
  }),
  page: sentAdvicePage,
})

export const adviceForms: readonly AnyForm[] = [
  saveForm,
  sendForm,
  amendForm,
  withdrawForm,
  undoForm,
  ownWordForm,
  myWordForm,
  decideForm,
]
