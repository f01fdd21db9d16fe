import type { AnyUseCase } from '#platform'
import { activateTrajectory } from './use-cases/activate-trajectory.ts'
import { amendTrajectory } from './use-cases/amend-trajectory.ts'
import { changeCoordinator } from './use-cases/change-coordinator.ts'
import { endTrajectory } from './use-cases/end-trajectory.ts'
import { getProgress } from './use-cases/get-progress.ts'
import { getTrajectories } from './use-cases/get-trajectories.ts'
import { listTypes } from './use-cases/list-types.ts'
import { movePhase } from './use-cases/move-phase.ts'
import { pauseTrajectory } from './use-cases/pause-trajectory.ts'
import { resumeTrajectory } from './use-cases/resume-trajectory.ts'
import { saveTypeSetting } from './use-cases/save-type-setting.ts'
import { takeBackChange } from './use-cases/take-back-change.ts'

export { REFERRAL_LAWS } from './domain/laws.ts'
export { type Phase, phasesOf } from './domain/phases.ts'
export {
  END_REASONS,
  isBackDue,
  isRunning,
  ledBy,
  PAUSE_REASONS,
  phaseOf,
  type Trajectory,
  TrajectoryState,
} from './domain/trajectory.ts'
export type { TrajectoryType } from './domain/trajectory-types.ts'
export { rulesHere, trajectoryLabel, type TypeSettings } from './domain/type-settings.ts'
export type { HistoryEntry, Progress } from './use-cases/get-progress.ts'
export type { TypeView } from './use-cases/list-types.ts'
export { readTypeSettings } from './use-cases/read-type-settings.ts'
export {
  activateTrajectory,
  amendTrajectory,
  changeCoordinator,
  endTrajectory,
  getProgress,
  getTrajectories,
  listTypes,
  movePhase,
  pauseTrajectory,
  resumeTrajectory,
  saveTypeSetting,
  takeBackChange,
}

/** From the start of a trajectory to its ending. */
export const lifecycleUseCases: readonly AnyUseCase[] = [
  getTrajectories,
  getProgress,
  listTypes,
  saveTypeSetting,
  activateTrajectory,
  movePhase,
  pauseTrajectory,
  resumeTrajectory,
  amendTrajectory,
  changeCoordinator,
  endTrajectory,
  takeBackChange,
]
