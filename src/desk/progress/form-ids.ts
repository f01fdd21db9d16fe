import type { ProgressPost } from './part.ts'

/** Ids of the forms about a trajectory, on the dossier's page and on that of the municipality. */
const PROGRESS_FORMS: Readonly<Record<ProgressPost, string>> = {
  start: 'desk.startTrajectory',
  movePhase: 'desk.movePhase',
  pause: 'desk.pauseTrajectory',
  resume: 'desk.resumeTrajectory',
  amend: 'desk.amendTrajectory',
  changeCoordinator: 'desk.changeCoordinator',
  end: 'desk.endTrajectory',
  takeBack: 'desk.takeBackChange',
}

/** The municipality's page has forms of its own. */
export const formIdOf = (post: ProgressPost, desk: boolean): string => `${PROGRESS_FORMS[post]}${desk ? 'ByDesk' : ''}`

/** The last part of the address that each posts to. */
export const PROGRESS_POSTS: Readonly<Record<ProgressPost, string>> = {
  start: 'begin',
  movePhase: 'fase',
  pause: 'pauze',
  resume: 'verder',
  amend: 'aanpassen',
  changeCoordinator: 'overdragen',
  end: 'afronden',
  takeBack: 'terugnemen',
}
