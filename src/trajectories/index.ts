import type { AnyUseCase } from '#platform'
import { acceptReferral } from './use-cases/accept-referral.ts'
import { activateTrajectory } from './use-cases/activate-trajectory.ts'
import { amendReferral } from './use-cases/amend-referral.ts'
import { answerQuestion } from './use-cases/answer-question.ts'
import { askBack } from './use-cases/ask-back.ts'
import { cancelReview } from './use-cases/cancel-review.ts'
import { findDuplicates } from './use-cases/find-duplicates.ts'
import { getReferral } from './use-cases/get-referral.ts'
import { getTrajectories } from './use-cases/get-trajectories.ts'
import { holdReview } from './use-cases/hold-review.ts'
import { listReceivers } from './use-cases/list-receivers.ts'
import { listReferrals } from './use-cases/list-referrals.ts'
import { listReviews } from './use-cases/list-reviews.ts'
import { locateReferral } from './use-cases/locate-referral.ts'
import { moveReview } from './use-cases/move-review.ts'
import { planReview } from './use-cases/plan-review.ts'
import { rejectReferral } from './use-cases/reject-referral.ts'
import { sendReferral } from './use-cases/send-referral.ts'
import { undoWithdrawal } from './use-cases/undo-withdrawal.ts'
import { withdrawReferral } from './use-cases/withdraw-referral.ts'

export { trajectoriesWeb } from './web/routes.ts'
export { legalBasisOf } from './domain/laws.ts'
export type { Referral } from './domain/referral.ts'
export { isOverdue, type Review } from './domain/review.ts'
export { isRunning, type Trajectory } from './domain/trajectory.ts'
export { trajectoryLabel, type TrajectoryType } from './domain/trajectory-types.ts'
export { dueReviews, listCaseload, listNewReferrals, readReferrals, readReviews, readTrajectories } from './use-cases/readers.ts'
export {
  acceptReferral,
  activateTrajectory,
  amendReferral,
  answerQuestion,
  askBack,
  cancelReview,
  findDuplicates,
  getReferral,
  getTrajectories,
  holdReview,
  listReceivers,
  listReferrals,
  listReviews,
  locateReferral,
  moveReview,
  planReview,
  rejectReferral,
  sendReferral,
  undoWithdrawal,
  withdrawReferral,
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
  getTrajectories,
  activateTrajectory,
  listReviews,
  planReview,
  moveReview,
  holdReview,
  cancelReview,
]
