import { accept, type Decision, refuse } from '#kernel'
import type { Trajectory, TrajectoryState } from './trajectory.ts'

export const TRAJECTORY_ACTIONS = [
  'start',
  'movePhase',
  'pause',
  'resume',
  'amend',
  'changeCoordinator',
  'extend',
  'end',
  'takeBack',
] as const
export type TrajectoryAction = (typeof TRAJECTORY_ACTIONS)[number]

/** What may be done now: the only table; guard, buttons and tests use it. */
export const RULES: Readonly<Record<TrajectoryAction, readonly TrajectoryState[]>> = {
  start: ['intake'],
  movePhase: ['active'],
  pause: ['intake', 'active'],
  resume: ['paused'],
  amend: ['intake', 'active', 'paused', 'ended'],
  changeCoordinator: ['intake', 'active', 'paused'],
  extend: ['active', 'paused'],
  end: ['intake', 'active', 'paused'],
  takeBack: ['intake', 'active', 'paused', 'ended'],
}

/** The two sides of a trajectory: whoever coordinates it, and the municipality. */
export type TrajectorySide = 'coordinator' | 'municipality'

export const sideOf = (role: string | undefined): TrajectorySide => (role === 'serviceplein' ? 'municipality' : 'coordinator')

/**
 * What can be taken back, by whom, as long as nothing was done after it. To the municipality it matters who coordinates, how long
 * it lasts and whether it ended; what a coordinator noted by mistake, the coordinator takes back.
 */
export const UNDOABLE: Readonly<Record<TrajectorySide, readonly TrajectoryAction[]>> = {
  coordinator: ['start', 'movePhase', 'pause', 'resume', 'changeCoordinator', 'end'],
  municipality: ['changeCoordinator', 'extend', 'end'],
}

export const mayNow = (action: TrajectoryAction, trajectory: Pick<Trajectory, 'state'>): boolean =>
  RULES[action].includes(trajectory.state)

export const trajectoryActionsNow = (trajectory: Pick<Trajectory, 'state'>): readonly TrajectoryAction[] =>
  TRAJECTORY_ACTIONS.filter(action => mayNow(action, trajectory))

export const assertMayNow = (action: TrajectoryAction, trajectory: Trajectory): Decision<Trajectory> =>
  mayNow(action, trajectory) ? accept(trajectory) : refuse('notPossibleNow', undefined, { state: trajectory.state, action })
