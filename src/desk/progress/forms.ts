import { type AnyForm, type FormDone, type FormFields, form, type PageRequest } from '#platform'
import {
  activateTrajectory,
  amendTrajectory,
  changeCoordinator,
  endTrajectory,
  movePhase,
  pauseTrajectory,
  resumeTrajectory,
  takeBackChange,
} from '#trajectories'
import { trajectoryPage } from '../municipality/trajectory.page.tsx'
import { deskPaths } from '../web/paths.ts'
import { formIdOf, PROGRESS_POSTS } from './form-ids.ts'
import type { ProgressPost } from './part.ts'
import { progressPage } from './progress.page.tsx'
import { progressTexts } from './texts.ts'

type Params = Readonly<Record<string, string>>
interface Saved {
  readonly trajectoryId: string
  readonly participantId: string
  readonly version: number
}
const words = (request: PageRequest) => progressTexts(request.lang).t

const key = (fields: FormFields, params: Params) => ({ ...params, version: fields.text('version') })
const amended = (fields: FormFields, params: Params) => ({
  ...key(fields, params),
  type: fields.text('type'),
  law: fields.text('law'),
  voluntary: fields.text('voluntary') !== 'no',
  startedOn: fields.text('startedOn'),
  plannedEndOn: fields.optional('plannedEndOn'),
  returnOn: fields.optional('returnOn'),
  endedOn: fields.optional('endedOn'),
  amendmentReason: fields.text('amendmentReason'),
})
const handed = (fields: FormFields, params: Params) => ({
  ...key(fields, params),
  coordinatorId: fields.optional('coordinatorId'),
  reason: fields.text('reason'),
  withAppointments: fields.checked('withAppointments'),
})

/** Back on the page, at the trajectory, with the way to take it back when there is one. */
const back = (
  request: PageRequest,
  { participantId, trajectoryId, version }: Saved,
  notice: { readonly text: string; readonly undo?: boolean },
): FormDone => {
  const action = deskPaths.ofTrajectory(participantId, trajectoryId, PROGRESS_POSTS.takeBack)
  const undo = { action, label: words(request)('do.undo'), fields: { version: String(version) } }
  return {
    to: `${deskPaths.progress(participantId)}#traject-${trajectoryId}`,
    notice: { text: notice.text, ...(notice.undo === true ? { undo } : {}) },
  }
}

const inDossier = (post: ProgressPost) => ({
  id: formIdOf(post, false),
  path: deskPaths.ofTrajectory(':participantId', ':trajectoryId', PROGRESS_POSTS[post]),
  who: ['coach', 'workcoach'] as const,
  page: progressPage,
})

const ofCoordinator: readonly AnyForm[] = [
  form({
    ...inDossier('start'),
    useCase: activateTrajectory,
    input: (fields, params) => ({ ...key(fields, params), plannedEndOn: fields.optional('plannedEndOn') }),
    done: (saved, request) => back(request, saved, { text: words(request)('do.started'), undo: true }),
  }),
  form({
    ...inDossier('movePhase'),
    useCase: movePhase,
    input: (fields, params) => ({ ...key(fields, params), phase: fields.text('phase'), reason: fields.text('reason') }),
    done: (saved, request) => back(request, saved, { text: words(request)('do.movedPhase'), undo: true }),
  }),
  form({
    ...inDossier('pause'),
    useCase: pauseTrajectory,
    input: (fields, params) => ({
      ...key(fields, params),
      pausedOn: fields.text('pausedOn'),
      returnOn: fields.text('returnOn'),
      pauseReason: fields.optional('pauseReason'),
      pauseWords: fields.text('pauseWords'),
    }),
    done: (saved, request) => back(request, saved, { text: words(request)('do.pausedDone'), undo: true }),
  }),
  form({
    ...inDossier('resume'),
    useCase: resumeTrajectory,
    input: key,
    done: (saved, request) => back(request, saved, { text: words(request)('do.resumed'), undo: true }),
  }),
  form({
    ...inDossier('amend'),
    useCase: amendTrajectory,
    input: amended,
    done: (saved, request) => back(request, saved, { text: words(request)('do.amended') }),
  }),
  form({
    ...inDossier('changeCoordinator'),
    useCase: changeCoordinator,
    input: handed,
    // The dossier is the colleague's now.
    done: (_saved, request) => ({ to: deskPaths.people(), notice: { text: words(request)('do.handed') } }),
  }),
  form({
    ...inDossier('end'),
    useCase: endTrajectory,
    input: (fields, params) => ({
      ...key(fields, params),
      endedOn: fields.text('endedOn'),
      endReason: fields.optional('endReason'),
      endWords: fields.text('endWords'),
    }),
    done: (saved, request) => back(request, saved, { text: words(request)('do.endedDone'), undo: true }),
  }),
  form({
    ...inDossier('takeBack'),
    useCase: takeBackChange,
    input: key,
    done: (saved, request) =>
      saved.coordinatorId === request.actor?.membershipId
        ? back(request, saved, { text: words(request)('do.takenBack') })
        : { to: deskPaths.people(), notice: { text: words(request)('do.givenBack') } },
  }),
]

const ofDesk = (post: ProgressPost) => ({
  id: formIdOf(post, true),
  path: deskPaths.ofTrajectoryForDesk(':participantId', ':trajectoryId', PROGRESS_POSTS[post]),
  who: ['serviceplein'] as const,
  page: trajectoryPage,
})
const there = ({ participantId }: { readonly participantId: string }, text: string): FormDone => ({
  to: deskPaths.trajectory(participantId),
  notice: { text },
})
/** Handed over, with the way to take it back. */
const handedThere = (request: PageRequest, { participantId, trajectoryId, version }: Saved): FormDone => {
  const action = deskPaths.ofTrajectoryForDesk(participantId, trajectoryId, PROGRESS_POSTS.takeBack)
  const undo = { action, label: words(request)('do.undo'), fields: { version: String(version) } }
  return { to: deskPaths.trajectory(participantId), notice: { text: words(request)('do.handed'), undo } }
}

/** What the municipality does itself, on its own page. */
const ofMunicipality: readonly AnyForm[] = [
  form({
    ...ofDesk('amend'),
    useCase: amendTrajectory,
    input: amended,
    done: (saved, request) => there(saved, words(request)('do.amended')),
  }),
  form({
    ...ofDesk('changeCoordinator'),
    useCase: changeCoordinator,
    input: handed,
    done: (saved, request) => handedThere(request, saved),
  }),
  form({
    ...ofDesk('takeBack'),
    useCase: takeBackChange,
    input: key,
    done: (saved, request) => there(saved, words(request)('do.takenBack')),
  }),
]

export const progressForms: readonly AnyForm[] = [...ofCoordinator, ...ofMunicipality]
