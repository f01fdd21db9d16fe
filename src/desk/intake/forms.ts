import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import { CalendarDay } from '#kernel'
import { continueIntake, offerSupportFirst, openLifeArea, restoreIntake, saveIntake, STABILITY_QUESTIONS } from '#trajectories'
import { sayDate } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import { SAVE_INTAKE } from './intake-form.tsx'
import { intakePage } from './intake.page.tsx'
import { intakeTexts, sayLifeArea } from './texts.ts'

type Params = Readonly<Record<string, string>>
const who = ['coach', 'workcoach'] as const
const page = intakePage

const t = (request: PageRequest) => intakeTexts(request.lang).t
const toIntake = (request: PageRequest): string => deskPaths.intake(request.params['participantId'] ?? '')
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.text('version') })
/** Takes the last change back: the intake reads as before. */
const undoing = (request: PageRequest, version: number) => ({
  action: at(INTAKE_ROUTES.undo, request.params),
  label: t(request)('undo'),
  fields: { version: String(version) },
})

/** A question that was not talked about has no answer. */
const stabilityOf = (fields: FormFields): Readonly<Record<string, string>> =>
  Object.fromEntries(
    STABILITY_QUESTIONS.map(question => [question, fields.text(question)] as const).filter(
      ([, answer]) => answer !== '' && answer !== 'none',
    ),
  )

const saveForm = form({
  id: SAVE_INTAKE,
  path: INTAKE_ROUTES.save,
  who,
  useCase: saveIntake,
  input: (fields, params) => ({
    ...onVersion(fields, params),
    wish: fields.text('wish'),
    wishLanguage: fields.optional('wishLanguage'),
    stability: stabilityOf(fields),
    stabilityWords: fields.text('stabilityWords'),
    obstacles: fields.text('obstacles'),
  }),
  done: ({ version }, request) => ({
    to: toIntake(request),
    notice: { text: t(request)('form.saved'), undo: undoing(request, version) },
  }),
  page,
})

const supportForm = form({
  id: 'desk.supportFirst',
  path: INTAKE_ROUTES.support,
  who,
  useCase: offerSupportFirst,
  input: (fields, params) => ({
    ...onVersion(fields, params),
    support: fields.text('support'),
    supportBy: fields.text('supportBy'),
    lookAgainOn: fields.text('lookAgainOn'),
  }),
  done: ({ version }, request) => {
    const day = CalendarDay.parse(request.fields.text('lookAgainOn'))
    return {
      to: toIntake(request),
      notice: {
        text: t(request)('support.saved', { day: sayDate(day, request.today, request.lang) }),
        undo: undoing(request, version),
      },
    }
  },
  page,
})

const continueForm = form({
  id: 'desk.continueIntake',
  path: INTAKE_ROUTES.goOn,
  who,
  useCase: continueIntake,
  input: onVersion,
  done: ({ version }, request) => ({
    to: toIntake(request),
    notice: { text: t(request)('support.continued'), undo: undoing(request, version) },
  }),
  page,
})

const restoreForm = form({
  id: 'desk.restoreIntake',
  path: INTAKE_ROUTES.undo,
  who,
  useCase: restoreIntake,
  input: onVersion,
  done: (_output, request) => ({ to: toIntake(request), notice: { text: t(request)('form.restored') } }),
  page,
})

const openForm = form({
  id: 'desk.openLifeArea',
  path: INTAKE_ROUTES.open,
  who,
  useCase: openLifeArea,
  input: (fields, params) => ({
    ...params,
    area: fields.optional('area'),
    reason: fields.text('reason'),
    until: fields.optional('until'),
  }),
  done: ({ lifeAreaId, version }, request) => ({
    to: deskPaths.lifeArea(request.params['participantId'] ?? '', lifeAreaId),
    notice: {
      text: t(request)('areas.opened', { area: sayLifeArea(request.fields.text('area') as 'housing', request.lang) }),
      undo: {
        action: at(INTAKE_ROUTES.close, { ...request.params, lifeAreaId }),
        label: t(request)('undo'),
        fields: { version: String(version) },
      },
    },
  }),
  page,
})

export const intakeForms: readonly AnyForm[] = [saveForm, supportForm, continueForm, restoreForm, openForm]
