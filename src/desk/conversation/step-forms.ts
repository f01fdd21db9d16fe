import { form, type FormFields, type PageRequest } from '#platform'
import { addSmallerStep, addSteps, amendStep, answerStep, moveStep, removeStep, splitStep, type Step, undoAnswer } from '#plans'
import { choiceOf, eurosOf } from './agreed-fields.tsx'
import { savedWords } from './notice-words.ts'
import { stepsPage, TALKERS } from './pages.ts'
import { partPath, ROWS, TALK } from './parts.ts'
import { recognitionWords } from './say.ts'
import { planTexts } from './plan-texts.ts'
import { rowsOf, stepFrom } from './step-rows.ts'
import { actorInTemplate, ideaTitles, takenFrom } from './taken-over.tsx'
import { idOf, textsOf, undoing } from './wish-forms.ts'

type Done = PageRequest & { readonly fields: FormFields }
type Params = Readonly<Record<string, string>>

/** Back to the goal that was on the table. */
const toGoal = (request: Done, query: Params = {}): string =>
  partPath(idOf(request), 'steps', { doel: request.fields.text('doel') || (request.params['goalId'] ?? ''), ...query })
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })
const doel = (request: Done): string => request.fields.text('doel')

/** The fields of a form that puts a step back as it was. */
const stepAsFields = (step: Step): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      language: step.language,
      'steps.0.title': step.title,
      'steps.0.who': step.who,
      'steps.0.whoName': step.whoName ?? '',
      'steps.0.plannedOn': step.plannedOn ?? '',
      'steps.0.plannedAt': step.plannedAt ?? '',
      'steps.0.place': step.place ?? '',
      'steps.0.helpWhat': step.helpWhat ?? '',
      'steps.0.helpFrom': step.helpFrom ?? '',
      'steps.0.recognitionKind': choiceOf(step.recognition),
      'steps.0.recognitionWords': step.recognition.words,
      'steps.0.recognitionEuros': eurosOf(step.recognition) ?? '',
    }).filter(([, value]) => value !== ''),
  )

const answeredWords = (request: Done, answer: 'done' | 'notYet' | 'didNotWork', what: string | undefined): string => {
  const t = textsOf(request)
  const thanks = t(`steps.answered.${answer}`)
  return what === undefined || answer === 'notYet'
    ? thanks
    : `${thanks} ${t('steps.youGet', { what: what.replace(/[.!]$/, '') })}`
}

const SAID = { days: ['plannedOnAsSaid'], sentences: ['title'] }

export const stepForms = [
  form({
    id: 'conversation.addSteps',
    path: `${TALK}/stappen/:goalId`,
    who: TALKERS,
    useCase: addSteps,
    input: (fields, params) => ({ ...params, steps: rowsOf(fields).steps }),
    done: ({ stepIds }, request) => ({
      to: toGoal(request),
      notice: {
        text: savedWords(request, textsOf(request)('steps.saved', { count: stepIds.length }), {
          days: ROWS.map(row => `steps.${row}.plannedOnAsSaid`),
          sentences: ROWS.map(row => `steps.${row}.title`),
        }),
      },
    }),
    page: stepsPage,
  }),
  form({
    id: 'conversation.amendStep',
    path: `${TALK}/stap/:stepId/wijzigen`,
    who: TALKERS,
    useCase: amendStep,
    input: (fields, params) => ({ ...onVersion(fields, params), ...stepFrom(fields) }),
    done: (_, request) => ({
      to: toGoal(request),
      notice: { text: savedWords(request, textsOf(request)('steps.amended'), SAID) },
    }),
    page: stepsPage,
    keepsWords: true,
  }),
  form({
    id: 'conversation.moveStep',
    path: `${TALK}/stap/:stepId/verplaatsen`,
    who: TALKERS,
    useCase: moveStep,
    input: (fields, params) => ({ ...params, direction: fields.text('direction') }),
    done: ({ place, of }, request) => {
      const what = request.fields.text('naam')
      const stepId = request.params['stepId'] ?? ''
      const direction = request.fields.text('direction') === 'up' ? 'down' : 'up'
      return {
        to: toGoal(request),
        notice: {
          text: planTexts(request.lang).t('order.place', { what, place, of }),
          undo: undoing(request, '/stap/:stepId/verplaatsen', { stepId }, { direction, doel: doel(request), naam: what }),
        },
      }
    },
    page: stepsPage,
  }),
  form({
    id: 'conversation.removeStep',
    path: `${TALK}/stap/:stepId/weghalen`,
    who: TALKERS,
    useCase: removeStep,
    input: onVersion,
    done: ({ removed }, request) => ({
      to: toGoal(request),
      notice: {
        text: textsOf(request)('steps.removed'),
        undo: undoing(request, '/stappen/:goalId', { goalId: removed.goalId }, stepAsFields(removed)),
      },
    }),
    page: stepsPage,
  }),
  form({
    id: 'conversation.answerStep',
    path: `${TALK}/stap/:stepId/antwoord`,
    who: TALKERS,
    useCase: answerStep,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      answer: fields.optional('answer'),
      ownWords: fields.optional('ownWords'),
    }),
    done: ({ stepId, version, answer, recognition }, request) => ({
      to: toGoal(request, answer === 'didNotWork' ? { kleiner: stepId } : {}),
      notice: {
        text: answeredWords(request, answer, recognitionWords(recognition, textsOf(request))),
        undo: undoing(request, '/stap/:stepId/antwoord-terug', { stepId }, { version, doel: doel(request) }),
      },
    }),
    page: stepsPage,
    keepsWords: true,
  }),
  form({
    id: 'conversation.undoAnswer',
    path: `${TALK}/stap/:stepId/antwoord-terug`,
    who: TALKERS,
    useCase: undoAnswer,
    input: onVersion,
    done: (_, request) => ({ to: toGoal(request), notice: { text: textsOf(request)('steps.undone') } }),
    page: stepsPage,
  }),
  form({
    id: 'conversation.addSmallerStep',
    path: `${TALK}/stap/:stepId/kleiner`,
    who: TALKERS,
    useCase: addSmallerStep,
    input: (fields, params) => ({ ...params, ...stepFrom(fields) }),
    done: ({ stepId }, request) => ({
      to: toGoal(request),
      notice: {
        text: savedWords(request, textsOf(request)('steps.smallerSaved'), SAID),
        undo: undoing(request, '/stap/:stepId/weghalen', { stepId }, { version: 1, doel: doel(request) }),
      },
    }),
    page: stepsPage,
    keepsWords: true,
  }),
  form({
    id: 'conversation.splitStep',
    path: `${TALK}/stap/:stepId/verdelen`,
    who: TALKERS,
    useCase: splitStep,
    input: (fields, params) => ({
      ...params,
      titles: [...takenFrom(fields).map(({ title }) => title), fields.text('title')].filter(title => title !== ''),
    }),
    done: ({ stepIds }, request) => ({
      to: toGoal(request),
      notice: {
        text: savedWords(request, planTexts(request.lang).t('split.saved', { count: stepIds.length }), {
          days: [],
          sentences: ['title', ...ideaTitles],
        }),
      },
    }),
    page: stepsPage,
    keepsWords: true,
  }),
  form({
    id: 'conversation.takeTemplate',
    path: `${TALK}/stappen/:goalId/voorbeeld`,
    who: TALKERS,
    useCase: addSteps,
    input: (fields, params) => ({
      ...params,
      steps: takenFrom(fields).map(({ row, title }) => ({
        title,
        language: fields.optional('language'),
        who: actorInTemplate(fields.optional('voorbeeld'), row),
      })),
    }),
    done: ({ stepIds }, request) => ({
      to: toGoal(request),
      notice: {
        text: savedWords(request, textsOf(request)('steps.saved', { count: stepIds.length }), {
          days: [],
          sentences: ideaTitles,
        }),
      },
    }),
    page: stepsPage,
  }),
]
