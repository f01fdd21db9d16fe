import type { AnyUseCase } from '#platform'
import { addAgreement } from './use-cases/add-agreement.ts'
import { addGoal } from './use-cases/add-goal.ts'
import { addSmallerStep } from './use-cases/add-smaller-step.ts'
import { addStep, addSteps } from './use-cases/add-steps.ts'
import { addWish } from './use-cases/add-wish.ts'
import { addReciprocity } from './use-cases/add-reciprocity.ts'
import { amendAgreement } from './use-cases/amend-agreement.ts'
import { amendReciprocity, archiveReciprocity, restoreReciprocity } from './use-cases/amend-reciprocity.ts'
import { chooseGoalRecognition, chooseRecognition } from './use-cases/choose-recognition.ts'
import { closeAgreement, markPromise, reopenAgreement, unmarkPromise } from './use-cases/close-agreement.ts'
import { amendGoal } from './use-cases/amend-goal.ts'
import { amendStep } from './use-cases/amend-step.ts'
import { amendWish } from './use-cases/amend-wish.ts'
import { answerStep, undoAnswer } from './use-cases/answer-step.ts'
import { answerTogether } from './use-cases/answer-together.ts'
import { archiveWish, restoreWish } from './use-cases/archive-wish.ts'
import { archiveGoal, reachGoal, reopenGoal } from './use-cases/close-goal.ts'
import { cancelPlacement, endPlacement, reinstatePlacement, takePlace } from './use-cases/end-placement.ts'
import { focusGoal } from './use-cases/focus-goal.ts'
import { getPlan } from './use-cases/get-plan.ts'
import { getRecognition } from './use-cases/get-recognition.ts'
import { giveRecognition } from './use-cases/give-recognition.ts'
import { handOutRecognition, takeBackRecognition } from './use-cases/hand-out-recognition.ts'
import { keepPlanLines, missPlanLines } from './use-cases/keep-plan-lines.ts'
import { listMunicipalAgreements } from './use-cases/list-municipal-agreements.ts'
import { listPlacements } from './use-cases/list-placements.ts'
import { moveGoal } from './use-cases/move-goal.ts'
import { moveStep } from './use-cases/move-step.ts'
import { noteUnmetWish, resolveUnmetWish } from './use-cases/note-unmet-wish.ts'
import { placeAtOffer } from './use-cases/place-at-offer.ts'
import { addRecognitionBudget, amendRecognitionBudget, listRecognitionBudgets } from './use-cases/recognition-budgets.ts'
import {
  addRecognitionOption,
  amendRecognitionOption,
  archiveRecognitionOption,
  listRecognitionOptions,
  restoreRecognitionOption,
} from './use-cases/recognition-options.ts'
import { removeStep } from './use-cases/remove-step.ts'
import { setPractical } from './use-cases/set-practical.ts'
import { splitStep } from './use-cases/split-step.ts'
import { undoGoalRecognitionChoice, undoRecognitionChoice } from './use-cases/undo-recognition-choice.ts'
import { workAndMoneyUseCases } from './work-and-money.ts'

export * from './work-and-money.ts'

export { ACTIONS, canDo } from './domain/actions.ts'
export { type Agreement, AGREEMENT_OUTCOMES, isPromiseOfOthers, PROMISERS, type Promiser, type Said } from './domain/agreement.ts'
export { type AgreementGround, groundOf, groundsOn } from './domain/agreement-ground.ts'
export type { PlanLine } from './domain/caseload.ts'
export { ARCHIVE_REASONS, type ArchiveReason, type Goal } from './domain/goal.ts'
export { isOverdue, type NextStep, nextCoachStep, nextStep, remainingSteps } from './domain/next-step.ts'
export { type PlainHint, plainHints } from './domain/plain-language.ts'
export { smallerStepsFor } from './domain/smaller-steps.ts'
export { STEP_TEMPLATES, type StepTemplate, templateOf } from './domain/step-templates.ts'
export { openGoalsOf, Plan, strengthsOf, wishesOf } from './domain/plan.ts'
export { isLive, OUTCOMES, Placement, type PlacementOutcome } from './domain/placement.ts'
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
export type { Reciprocity } from './domain/reciprocity.ts'
export {
  COUNTS_AS,
  type CountsAs,
  isToHandOut,
  isChoosable,
  RECOGNITION_KINDS,
  type Recognition,
  type RecognitionGiven,
  type RecognitionKind,
  RecognitionOption,
} from './domain/recognition.ts'
export { leftOf, type RecognitionBudget } from './domain/recognition-budget.ts'
export { type BenefitSafety, isWarning } from './domain/benefit-safety.ts'
export { ANSWERS, Step, STEP_ACTORS, type StepActor, type StepAnswer, type StepFields } from './domain/step.ts'
export type { UnmetWish } from './domain/unmet-wish.ts'
export { wheelInput, type WheelInput } from './domain/wheel-input.ts'
export type { Wish, WishKind } from './domain/wish.ts'
export { readMunicipalAgreements } from './use-cases/list-municipal-agreements.ts'
export { readPlaceAreas } from './use-cases/read-place-areas.ts'
export { KEEP_PLAN_LINES, keepPlanLinesTask } from './use-cases/keep-plan-lines.ts'
export { readPlacements } from './use-cases/list-placements.ts'
export { listNextSteps } from './use-cases/read-plan-lines.ts'
export { readRecognitionOptions } from './use-cases/recognition-parts.ts'
export { readPlan } from './use-cases/read-plan.ts'
export { readVisitors, type Visitor } from './use-cases/read-visitors.ts'
export {
  addRecognitionBudget,
  addRecognitionOption,
  amendRecognitionBudget,
  amendRecognitionOption,
  archiveRecognitionOption,
  chooseGoalRecognition,
  chooseRecognition,
  undoGoalRecognitionChoice,
  undoRecognitionChoice,
  getRecognition,
  handOutRecognition,
  listRecognitionBudgets,
  listRecognitionOptions,
  restoreRecognitionOption,
  takeBackRecognition,
  addAgreement,
  addGoal,
  addReciprocity,
  addSmallerStep,
  addStep,
  addSteps,
  addWish,
  amendAgreement,
  amendGoal,
  amendReciprocity,
  amendStep,
  amendWish,
  answerStep,
  answerTogether,
  archiveGoal,
  archiveReciprocity,
  archiveWish,
  cancelPlacement,
  closeAgreement,
  endPlacement,
  focusGoal,
  getPlan,
  giveRecognition,
  listMunicipalAgreements,
  listPlacements,
  markPromise,
  moveGoal,
  moveStep,
  noteUnmetWish,
  placeAtOffer,
  reachGoal,
  reinstatePlacement,
  removeStep,
  reopenAgreement,
  reopenGoal,
  resolveUnmetWish,
  restoreReciprocity,
  restoreWish,
  setPractical,
  splitStep,
  takePlace,
  undoAnswer,
  unmarkPromise,
}

export const plansUseCases: readonly AnyUseCase[] = [
  getPlan,
  addWish,
  amendWish,
  archiveWish,
  restoreWish,
  setPractical,
  addGoal,
  amendGoal,
  reachGoal,
  archiveGoal,
  reopenGoal,
  focusGoal,
  moveGoal,
  noteUnmetWish,
  resolveUnmetWish,
  addStep,
  addSteps,
  amendStep,
  moveStep,
  removeStep,
  answerStep,
  answerTogether,
  undoAnswer,
  addSmallerStep,
  splitStep,
  giveRecognition,
  chooseGoalRecognition,
  chooseRecognition,
  undoGoalRecognitionChoice,
  undoRecognitionChoice,
  getRecognition,
  handOutRecognition,
  takeBackRecognition,
  listRecognitionOptions,
  addRecognitionOption,
  amendRecognitionOption,
  archiveRecognitionOption,
  restoreRecognitionOption,
  listRecognitionBudgets,
  addRecognitionBudget,
  amendRecognitionBudget,
  addAgreement,
  amendAgreement,
  closeAgreement,
  reopenAgreement,
  markPromise,
  unmarkPromise,
  addReciprocity,
  amendReciprocity,
  archiveReciprocity,
  restoreReciprocity,
  listMunicipalAgreements,
  listPlacements,
  placeAtOffer,
  endPlacement,
  cancelPlacement,
  takePlace,
  reinstatePlacement,
  ...workAndMoneyUseCases,
  keepPlanLines,
  missPlanLines,
]
