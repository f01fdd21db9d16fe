import type { AnyUseCase } from '#platform'
import { acceptReferral } from './use-cases/accept-referral.ts'
import { amendReferral } from './use-cases/amend-referral.ts'
import { answerQuestion } from './use-cases/answer-question.ts'
import { askBack } from './use-cases/ask-back.ts'
import { findDuplicates } from './use-cases/find-duplicates.ts'
import { getReferral } from './use-cases/get-referral.ts'
import { listReceivers } from './use-cases/list-receivers.ts'
import { listReferrals } from './use-cases/list-referrals.ts'
import { lifecycleUseCases } from './lifecycle.ts'
import { adviceUseCases } from './advices.ts'
import { reviewUseCases } from './reviews.ts'
import { routingUseCases } from './routes-of-referrals.ts'
import { locateReferral } from './use-cases/locate-referral.ts'
import { rejectReferral } from './use-cases/reject-referral.ts'
import { sendReferral } from './use-cases/send-referral.ts'
import { undoWithdrawal } from './use-cases/undo-withdrawal.ts'
import { withdrawReferral } from './use-cases/withdraw-referral.ts'
import { addLifeAreaNote } from './use-cases/add-life-area-note.ts'
import { amendLifeArea } from './use-cases/amend-life-area.ts'
import { amendLifeAreaNote } from './use-cases/amend-life-area-note.ts'
import { answerObjection } from './use-cases/answer-objection.ts'
import { closeLifeArea, reopenLifeArea } from './use-cases/close-life-area.ts'
import { continueIntake } from './use-cases/continue-intake.ts'
import { getIntake } from './use-cases/get-intake.ts'
import { getLifeArea } from './use-cases/get-life-area.ts'
import { listLifeAreas } from './use-cases/list-life-areas.ts'
import { objectToLifeArea, withdrawObjection } from './use-cases/object-to-life-area.ts'
import { offerSupportFirst } from './use-cases/offer-support-first.ts'
import { openLifeArea } from './use-cases/open-life-area.ts'
import { removeLifeAreaNote, restoreLifeAreaNote } from './use-cases/remove-life-area-note.ts'
import { restoreIntake } from './use-cases/restore-intake.ts'
import { saveIntake } from './use-cases/save-intake.ts'

export { trajectoriesWeb } from './web/routes.ts'
export { legalBasisOf } from './domain/laws.ts'
export { type Intake, type IntakeReading, NOTHING_SAID, STABILITY_ANSWERS, STABILITY_QUESTIONS } from './domain/intake.ts'
export { LIFE_AREAS, type LifeArea } from './domain/life-area.ts'
export type { Referral } from './domain/referral.ts'
export * from './lifecycle.ts'
export * from './routes-of-referrals.ts'
export * from './reviews.ts'
export * from './advices.ts'
export {
  type LifeAreaTold,
  readAdviceReasons,
  readLifeAreasTold,
  readReferralReasons,
  readTrajectoryReasons,
  type ReasonTold,
  type TrajectoryReason,
} from './use-cases/read-told.ts'
export type { OpeningView } from './use-cases/life-area-view.ts'
export {
  dueLookAgain,
  dueReviews,
  listCaseload,
  listNewReferrals,
  openObjections,
  readOwnWords,
  readReferrals,
  readReviewResults,
  readShownWeb,
  readReviews,
  readReviewsSpokenOf,
  readTrajectories,
  type RunningTrajectory,
} from './use-cases/readers.ts'
export {
  acceptReferral,
  amendReferral,
  answerQuestion,
  askBack,
  findDuplicates,
  getReferral,
  listReceivers,
  listReferrals,
  locateReferral,
  rejectReferral,
  sendReferral,
  undoWithdrawal,
  withdrawReferral,
  getIntake,
  saveIntake,
  offerSupportFirst,
  continueIntake,
  restoreIntake,
  listLifeAreas,
  getLifeArea,
  openLifeArea,
  amendLifeArea,
  closeLifeArea,
  reopenLifeArea,
  addLifeAreaNote,
  amendLifeAreaNote,
  removeLifeAreaNote,
  restoreLifeAreaNote,
  objectToLifeArea,
  withdrawObjection,
  answerObjection,
}

export const trajectoriesUseCases: readonly AnyUseCase[] = [
  findDuplicates,
  sendReferral,
  listReceivers,
  listReferrals,
  locateReferral,
  getReferral,
  amendReferral,
  withdrawReferral,
  undoWithdrawal,
  askBack,
  answerQuestion,
  acceptReferral,
  rejectReferral,
  getIntake,
  saveIntake,
  offerSupportFirst,
  continueIntake,
  restoreIntake,
  listLifeAreas,
  getLifeArea,
  openLifeArea,
  amendLifeArea,
  closeLifeArea,
  reopenLifeArea,
  addLifeAreaNote,
  amendLifeAreaNote,
  removeLifeAreaNote,
  restoreLifeAreaNote,
  objectToLifeArea,
  withdrawObjection,
  answerObjection,
  ...routingUseCases,
  ...lifecycleUseCases,
  ...reviewUseCases,
  ...adviceUseCases,
]
