import { CalendarDay, freeText } from '#kernel'
import { command } from '#platform'
import { mayHoldReview, mayRunTrajectory } from '../access.ts'
import { putOnHold, resumeReview as resume } from '../domain/review.ts'
import { saveReviewResult } from '../storage/review-results.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'

export const putReviewOnHold = command({
  name: 'trajectories.putReviewOnHold',
  summary: 'Lets a planned review wait until a day, with the reason why',
  input: ReviewKey.extend({ holdUntil: CalendarDay, holdReason: freeText(1_000, 1) }),
  output: ReviewSaved,
  access: mayHoldReview,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/hold' },
  run: async context => {
    const { db, tenantId, memberId, input, today, now } = context
    const { participantId, reviewId, holdReason, holdUntil } = input
    const waits = await changeReview(context, ['holdUntil', 'holdReason'], review => putOnHold(review, holdUntil, today))
    if (!waits.ok) return waits
    await saveReviewResult(db, { tenantId, participantId, reviewId }, { holdReason, writtenBy: memberId, writtenAt: now })
    return waits
  },
})

export const resumeReview = command({
  name: 'trajectories.resumeReview',
  summary: 'A review that waited is on again',
  input: ReviewKey,
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/resumption' },
  run: context => changeReview(context, ['holdUntil'], resume),
})
