import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import {
  addLifeAreaNote,
  amendLifeArea,
  amendLifeAreaNote,
  answerObjection,
  closeLifeArea,
  removeLifeAreaNote,
  reopenLifeArea,
  restoreLifeAreaNote,
} from '#trajectories'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import { intakePage } from './intake.page.tsx'
import { lifeAreaPage } from './life-area.page.tsx'
import { intakeTexts } from './texts.ts'

type Params = Readonly<Record<string, string>>
const who = ['coach', 'workcoach'] as const
const t = (request: PageRequest) => intakeTexts(request.lang).t
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.text('version') })
const onNote = (fields: FormFields, { participantId, noteId }: Params) => ({
  participantId,
  noteId,
  version: fields.text('version'),
})
const toIntake = (request: PageRequest): string => deskPaths.intake(request.params['participantId'] ?? '')
const here = (request: PageRequest, anchor = ''): string =>
  `${deskPaths.lifeArea(request.params['participantId'] ?? '', request.params['lifeAreaId'] ?? '')}${anchor}`
const undo = (request: PageRequest, route: string, params: Params, version: number) => ({
  action: at(route, { ...request.params, ...params }),
  label: t(request)('undo'),
  fields: { version: String(version) },
})

const amendForm = form({
  id: 'desk.amendLifeArea',
  path: INTAKE_ROUTES.amend,
  who,
  useCase: amendLifeArea,
  input: (fields, params) => ({
    ...onVersion(fields, params),
    reason: fields.text('reason'),
    until: fields.optional('until'),
  }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('area.amended') } }),
  page: lifeAreaPage,
})

const closeForm = form({
  id: 'desk.closeLifeArea',
  path: INTAKE_ROUTES.close,
  who,
  useCase: closeLifeArea,
  input: onVersion,
  done: ({ lifeAreaId, version }, request) => ({
    to: toIntake(request),
    notice: { text: t(request)('area.closed'), undo: undo(request, INTAKE_ROUTES.reopen, { lifeAreaId }, version) },
  }),
  page: lifeAreaPage,
})

const reopenForm = form({
  id: 'desk.reopenLifeArea',
  path: INTAKE_ROUTES.reopen,
  who,
  useCase: reopenLifeArea,
  input: onVersion,
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('area.reopened') } }),
  page: intakePage,
})

const answerForm = form({
  id: 'desk.answerObjection',
  path: INTAKE_ROUTES.answer,
  who,
  useCase: answerObjection,
  input: (fields, params) => ({ ...onVersion(fields, params), words: fields.text('words') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('area.answered') } }),
  page: lifeAreaPage,
})

const addNoteForm = form({
  id: 'desk.addLifeAreaNote',
  path: INTAKE_ROUTES.addNote,
  who,
  useCase: addLifeAreaNote,
  input: (fields, params) => ({ ...params, words: fields.text('words') }),
  done: ({ noteId, version }, request) => ({
    to: here(request, '#teksten'),
    notice: { text: t(request)('area.noted'), undo: undo(request, INTAKE_ROUTES.removeNote, { noteId }, version) },
  }),
  page: lifeAreaPage,
})

const amendNoteForm = form({
  id: 'desk.amendLifeAreaNote',
  path: INTAKE_ROUTES.amendNote,
  who,
  useCase: amendLifeAreaNote,
  input: (fields, params) => ({ ...onNote(fields, params), words: fields.text('words') }),
  done: (_output, request) => ({ to: here(request, '#teksten'), notice: { text: t(request)('area.amendedNote') } }),
  page: lifeAreaPage,
})

const removeNoteForm = form({
  id: 'desk.removeLifeAreaNote',
  path: INTAKE_ROUTES.removeNote,
  who,
  useCase: removeLifeAreaNote,
  input: onNote,
  done: ({ noteId, version }, request) => ({
    to: here(request, '#teksten'),
    notice: { text: t(request)('area.removed'), undo: undo(request, INTAKE_ROUTES.restoreNote, { noteId }, version) },
  }),
  page: lifeAreaPage,
})

const restoreNoteForm = form({
  id: 'desk.restoreLifeAreaNote',
  path: INTAKE_ROUTES.restoreNote,
  who,
  useCase: restoreLifeAreaNote,
  input: onNote,
  done: (_output, request) => ({ to: here(request, '#teksten'), notice: { text: t(request)('area.noteRestored') } }),
  page: lifeAreaPage,
})

export const lifeAreaForms: readonly AnyForm[] = [
  amendForm,
  closeForm,
  reopenForm,
  answerForm,
  addNoteForm,
  amendNoteForm,
  removeNoteForm,
  restoreNoteForm,
]
