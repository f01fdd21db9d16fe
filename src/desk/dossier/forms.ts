import { addNote, amendNote, markAppointment, planAppointment } from '#contacts'
import { type AnyForm, form, type PageRequest } from '#platform'
import { addAgreement, answerStep, closeAgreement, focusGoal, undoAnswer } from '#plans'
import { updateContact } from '#people'
import { inviteParticipant } from '#sharing'
import { activateTrajectory, cancelReview, planReview } from '#trajectories'
import { planTexts } from '../conversation/plan-texts.ts'
import { undoing } from '../conversation/wish-forms.ts'
import { noteTexts } from '../note/note-fields.tsx'
import { deskPaths } from '../web/paths.ts'
import { dossierPage } from './dossier.page.tsx'
import { dossierTexts } from './texts.ts'
import { takeOverWishForm } from './wish-form.ts'

const WHO = ['coach', 'workcoach'] as const
const ID = ':participantId'
const here = (request: PageRequest, anchor = ''): string => `${deskPaths.dossier(request.params['participantId'] ?? '')}${anchor}`
const t = (request: PageRequest) => dossierTexts(request.lang).t

const addNoteForm = form({
  id: 'desk.addNote',
  path: deskPaths.addNote(ID),
  who: WHO,
  useCase: addNote,
  input: (fields, params) => ({
    ...params,
    words: fields.text('words'),
    kind: fields.optional('kind'),
    happenedOn: fields.optional('happenedOn'),
  }),
  done: (_output, request) => ({ to: here(request, '#gebeurd'), notice: { text: noteTexts(request.lang).t('saved') } }),
  page: dossierPage,
})

const amendNoteForm = form({
  id: 'desk.amendNote',
  path: deskPaths.amendNote(ID, ':noteId'),
  who: WHO,
  useCase: amendNote,
  input: (fields, params) => ({ ...params, words: fields.text('words'), version: fields.text('version') }),
  done: (_output, request) => ({ to: here(request, '#gebeurd'), notice: { text: noteTexts(request.lang).t('amended') } }),
  page: dossierPage,
})

const planAppointmentForm = form({
  id: 'desk.planAppointment',
  path: deskPaths.planAppointment(ID),
  who: WHO,
  useCase: planAppointment,
  input: (fields, params) => ({
    ...params,
    kind: fields.text('kind'),
    day: fields.text('day'),
    time: fields.text('time'),
    minutes: fields.text('minutes'),
    place: fields.optional('place'),
  }),
  done: (_output, request) => ({ to: here(request, '#straks'), notice: { text: t(request)('ahead.planned') } }),
  page: dossierPage,
})

const MARKED = {
  hold: 'ahead.markedHeld',
  miss: 'ahead.markedMissed',
  cancel: 'ahead.cancelled',
  restore: 'ahead.restored',
} as const

const markAppointmentForm = form({
  id: 'desk.markAppointment',
  path: deskPaths.markAppointment(ID, ':appointmentId'),
  who: WHO,
  useCase: markAppointment,
  input: (fields, params) => ({ ...params, action: fields.text('action'), version: fields.text('version') }),
  done: (output, request) => {
    const action = request.fields.text('action') as keyof typeof MARKED
    const undo = {
      action: deskPaths.markAppointment(request.params['participantId'] ?? '', output.appointmentId),
      label: '',
      fields: { action: 'restore', version: String(output.version) },
    }
    return {
      to: here(request, '#straks'),
      notice: { text: t(request)(MARKED[action]), ...(action === 'restore' ? {} : { undo }) },
    }
  },
  page: dossierPage,
})

const planReviewForm = form({
  id: 'desk.planReview',
  path: deskPaths.planReview(ID, ':trajectoryId'),
  who: WHO,
  useCase: planReview,
  input: (fields, params) => ({ ...params, plannedOn: fields.text('plannedOn') }),
  done: (_output, request) => ({ to: here(request, '#straks'), notice: { text: t(request)('ahead.reviewPlanned') } }),
  page: dossierPage,
})

const answerStepForm = form({
  id: 'desk.answerStep',
  path: deskPaths.answerStep(ID, ':stepId'),
  who: WHO,
  useCase: answerStep,
  input: (fields, params) => ({ ...params, version: fields.number('version'), answer: fields.text('answer') }),
  done: (output, request) => ({
    to: here(request),
    notice: {
      text: t(request)('step.marked', {
        step: t(request)(`happened.${ANSWERED[output.answer]}`, { step: '' }).replace(/:\s*$/, ''),
      }),
      undo: {
        action: deskPaths.undoAnswer(request.params['participantId'] ?? '', output.stepId),
        label: '',
        fields: { version: String(output.version) },
      },
    },
  }),
  page: dossierPage,
})
const ANSWERED = { done: 'stepDone', notYet: 'stepNotYet', didNotWork: 'stepDidNotWork' } as const

const undoAnswerForm = form({
  id: 'desk.undoAnswer',
  path: deskPaths.undoAnswer(ID, ':stepId'),
  who: WHO,
  useCase: undoAnswer,
  input: (fields, params) => ({ ...params, version: fields.number('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('step.undone') } }),
  page: dossierPage,
})

const focusGoalForm = form({
  id: 'desk.focusGoal',
  path: deskPaths.focusGoal(ID, ':goalId'),
  who: WHO,
  useCase: focusGoal,
  input: (_fields, params) => params,
  done: ({ before }, request) => ({
    to: here(request),
    notice: {
      text: planTexts(request.lang).t('focus.done', { goal: request.fields.text('naam') }),
      ...(before === undefined
        ? {}
        : { undo: { action: deskPaths.focusGoal(request.params['participantId'] ?? '', before), label: '', fields: {} } }),
    },
  }),
  page: dossierPage,
})

const updateContactForm = form({
  id: 'desk.updateContact',
  path: deskPaths.updateContact(ID),
  who: ['coach'],
  useCase: updateContact,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    phone: fields.optional('phone'),
    email: fields.optional('email'),
    address: fields.optional('address'),
    postcode: fields.optional('postcode'),
    place: fields.optional('place'),
    language: fields.text('language'),
    interpreter: fields.checked('interpreter'),
    channels: fields
      .text('channels')
      .split(' ')
      .filter(channel => channel !== ''),
    preferences: fields.optional('preferences'),
  }),
  done: (_output, request) => ({ to: here(request, '#over'), notice: { text: t(request)('contactForm.saved') } }),
  page: dossierPage,
})

const inviteForm = form({
  id: 'desk.invite',
  path: deskPaths.invite(ID),
  who: WHO,
  useCase: inviteParticipant,
  input: (fields, params) => ({ ...params, email: fields.text('email'), language: fields.text('language') }),
  done: (_output, request) => ({ to: here(request, '#over'), notice: { text: t(request)('invite.done') } }),
  page: dossierPage,
})

const activateForm = form({
  id: 'desk.activate',
  path: deskPaths.activate(ID, ':trajectoryId'),
  who: WHO,
  useCase: activateTrajectory,
  input: (fields, params) => ({ ...params, version: fields.text('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('activate.done') } }),
  page: dossierPage,
})

const cancelReviewForm = form({
  id: 'desk.cancelReview',
  path: deskPaths.cancelReview(ID, ':reviewId'),
  who: WHO,
  useCase: cancelReview,
  input: (fields, params) => ({ ...params, version: fields.text('version') }),
  done: (_output, request) => ({ to: here(request, '#straks'), notice: { text: t(request)('review.cancelled') } }),
  page: dossierPage,
})

const addAgreementForm = form({
  id: 'desk.addAgreement',
  path: deskPaths.addAgreement(ID),
  who: WHO,
  useCase: addAgreement,
  input: (fields, params) => ({
    ...params,
    promisedBy: fields.text('promisedBy'),
    promisedByName: fields.optional('promisedByName'),
    words: fields.text('words'),
    until: fields.optional('until'),
    forMunicipality: fields.checked('forMunicipality'),
  }),
  done: (_output, request) => ({ to: here(request, '#toezeggingen'), notice: { text: t(request)('agreements.added') } }),
  page: dossierPage,
})

const closeAgreementForm = form({
  id: 'desk.closeAgreement',
  path: deskPaths.closeAgreement(ID, ':agreementId'),
  who: WHO,
  useCase: closeAgreement,
  input: (fields, params) => ({ ...params, version: fields.number('version'), outcome: fields.text('outcome') }),
  done: ({ agreementId, version }, request) => ({
    to: here(request, '#toezeggingen'),
    notice: {
      text: t(request)('agreements.closed'),
      undo: undoing(request, '/afspraken/:agreementId/heropenen', { agreementId }, { version }),
    },
  }),
  page: dossierPage,
})

export const dossierForms: readonly AnyForm[] = [
  takeOverWishForm,
  addNoteForm,
  amendNoteForm,
  planAppointmentForm,
  markAppointmentForm,
  planReviewForm,
  cancelReviewForm,
  updateContactForm,
  inviteForm,
  activateForm,
  answerStepForm,
  undoAnswerForm,
  focusGoalForm,
  addAgreementForm,
  closeAgreementForm,
]
