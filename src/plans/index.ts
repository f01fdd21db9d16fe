import type { AnyUseCase } from '#platform'
import { getPlan } from './use-cases/get-plan.ts'

export { ACTIONS, canDo } from './domain/actions.ts'
export { type Agreement, AGREEMENT_OUTCOMES, PROMISERS, type Promiser } from './domain/agreement.ts'
export { ARCHIVE_REASONS, type ArchiveReason, type Goal } from './domain/goal.ts'
export { isOverdue, type NextStep, nextCoachStep, nextStep, remainingSteps } from './domain/next-step.ts'
export { openGoalsOf, Plan, strengthsOf, wishesOf } from './domain/plan.ts'
export { Placement, type PlacementOutcome } from './domain/placement.ts'
export {
  ENERGY_LEVELS,
  type Energy,
  type Practical,
  TRAVEL_MODES,
  type TravelMode,
  WEEK_PARTS,
  WEEKDAYS,
  type WeekPart,
} from './domain/practical.ts'
export { RECOGNITION_KINDS, type Recognition, type RecognitionGiven, type RecognitionKind } from './domain/recognition.ts'
export { ANSWERS, type Step, STEP_ACTORS, type StepActor, type StepAnswer, type StepFields } from './domain/step.ts'
export type { UnmetWish } from './domain/unmet-wish.ts'
export type { Wish, WishKind } from './domain/wish.ts'
export { getPlan } from './use-cases/get-plan.ts'
export { readPlan } from './use-cases/read-plan.ts'

export const plansUseCases: readonly AnyUseCase[] = [getPlan]
