import { form, type FormFields, type PageRequest } from '#platform'
import { addGoal, amendGoal, archiveGoal, focusGoal, moveGoal, reachGoal, reopenGoal } from '#plans'
import { recognitionFrom } from './agreed-fields.tsx'
import { savedWords } from './notice-words.ts'
import { goalPage, TALKERS } from './pages.ts'
import { partPath, TALK } from './parts.ts'
import { planTexts } from './plan-texts.ts'
import { idOf, textsOf, undoing } from './wish-forms.ts'

type Done = PageRequest & { readonly fields: FormFields }
type Params = Readonly<Record<string, string>>

const goalInput = (fields: FormFields, params: Params) => ({
  ...params,
  title: fields.text('title'),
  language: fields.optional('language'),
  area: fields.optional('area'),
  wishId: fields.optional('wishId'),
  until: fields.optional('until'),
  untilAsSaid: fields.optional('untilAsSaid'),
  ...recognitionFrom(fields, ''),
})
const toGoal = (request: Done, query: Params = {}): string => partPath(idOf(request), 'goal', query)
const SAID = { days: ['untilAsSaid'], sentences: ['title'] }
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })
const plan = (request: Done) => planTexts(request.lang).t
const titleIn = (request: Done): string => request.fields.text('naam')

export const goalForms = [
  form({
    id: 'conversation.addGoal',
    path: `${TALK}/doel`,
    who: TALKERS,
    useCase: addGoal,
    input: goalInput,
    done: ({ goalId }, request) => ({
      to: toGoal(request),
      notice: {
        text: savedWords(request, textsOf(request)('goal.added'), SAID),
        undo: undoing(request, '/doel/:goalId/archiveren', { goalId }, { version: 1, reason: 'mistake' }),
      },
    }),
    page: goalPage,
  }),
  form({
    id: 'conversation.amendGoal',
    path: `${TALK}/doel/:goalId/wijzigen`,
    who: TALKERS,
    useCase: amendGoal,
    input: (fields, params) => ({ ...goalInput(fields, params), version: fields.number('version') }),
    done: (_, request) => ({
      to: toGoal(request),
      notice: { text: savedWords(request, textsOf(request)('goal.amended'), SAID) },
    }),
    page: goalPage,
  }),
  form({
    id: 'conversation.reachGoal',
    path: `${TALK}/doel/:goalId/bereikt`,
    who: TALKERS,
    useCase: reachGoal,
    input: onVersion,
    done: ({ goalId, version }, request) => ({
      to: toGoal(request),
      notice: {
        text: textsOf(request)('goal.reachedNotice'),
        undo: undoing(request, '/doel/:goalId/heropenen', { goalId }, { version }),
      },
    }),
    page: goalPage,
  }),
  form({
    id: 'conversation.archiveGoal',
    path: `${TALK}/doel/:goalId/archiveren`,
    who: TALKERS,
    useCase: archiveGoal,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      reason: fields.optional('reason'),
      reasonWords: fields.text('reasonWords'),
    }),
    done: ({ goalId, version }, request) => ({
      to: toGoal(request),
      notice: {
        text: textsOf(request)('goal.archivedNotice'),
        undo: undoing(request, '/doel/:goalId/heropenen', { goalId }, { version }),
      },
    }),
    page: goalPage,
  }),
  form({
    id: 'conversation.reopenGoal',
    path: `${TALK}/doel/:goalId/heropenen`,
    who: TALKERS,
    useCase: reopenGoal,
    input: onVersion,
    done: (_, request) => ({ to: toGoal(request), notice: { text: textsOf(request)('goal.reopened') } }),
    page: goalPage,
  }),
  form({
    id: 'conversation.focusGoal',
    path: `${TALK}/doel/:goalId/nu`,
    who: TALKERS,
    useCase: focusGoal,
    input: (_, params) => params,
    done: ({ before }, request) => ({
      to: toGoal(request),
      notice: {
        text: plan(request)('focus.done', { goal: titleIn(request) }),
        ...(before === undefined ? {} : { undo: undoing(request, '/doel/:goalId/nu', { goalId: before }, {}) }),
      },
    }),
    page: goalPage,
  }),
  form({
    id: 'conversation.moveGoal',
    path: `${TALK}/doel/:goalId/verplaatsen`,
    who: TALKERS,
    useCase: moveGoal,
    input: (fields, params) => ({ ...params, direction: fields.text('direction') }),
    done: ({ place, of }, request) => {
      const goalId = request.params['goalId'] ?? ''
      const back = request.fields.text('direction') === 'up' ? 'down' : 'up'
      return {
        to: `${toGoal(request, { wacht: goalId })}#doel-${goalId}`,
        notice: {
          text: plan(request)('order.place', { what: titleIn(request), place, of }),
          undo: undoing(request, '/doel/:goalId/verplaatsen', { goalId }, { direction: back, naam: titleIn(request) }),
        },
      }
    },
    page: goalPage,
  }),
]
