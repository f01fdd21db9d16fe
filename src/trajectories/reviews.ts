import type { AnyUseCase } from '#platform'
import { cancelReview } from './use-cases/cancel-review.ts'
import { followAppointment } from './use-cases/follow-appointment.ts'
import { holdReview } from './use-cases/hold-review.ts'
import { listReviews } from './use-cases/list-reviews.ts'
import { moveReview } from './use-cases/move-review.ts'
import { bookReview, planReview } from './use-cases/plan-review.ts'
import { putReviewOnHold, resumeReview } from './use-cases/put-review-on-hold.ts'
import { reopenReview } from './use-cases/reopen-review.ts'
import { showWebAtReview } from './use-cases/show-web.ts'
import { writeAdviceWord, writeReviewWord } from './use-cases/write-own-word.ts'

export { type OwnWord } from './domain/own-word.ts'
export {
  besideTrajectory,
  isOverdue,
  isWeekend,
  proposeReview,
  type Review,
  REVIEW_STANDINGS,
  type ReviewStanding,
  reviewStanding,
} from './domain/review.ts'
export { type ShownWeb } from './domain/shown-web.ts'
export { type ReviewResult } from './domain/review-result.ts'
export {
  bookReview,
  cancelReview,
  followAppointment,
  holdReview,
  listReviews,
  moveReview,
  planReview,
  putReviewOnHold,
  reopenReview,
  resumeReview,
  showWebAtReview,
  writeAdviceWord,
  writeReviewWord,
}

export const reviewUseCases: readonly AnyUseCase[] = [
  listReviews,
  planReview,
  moveReview,
  putReviewOnHold,
  resumeReview,
  holdReview,
  reopenReview,
  cancelReview,
  followAppointment,
  writeReviewWord,
  writeAdviceWord,
  showWebAtReview,
]
