import { accept, ReviewId } from '#kernel'
import { command, found } from '#platform'
import { mayHoldReview } from '../access.ts'
import { cancelReview, reopenReview as reopen } from '../domain/review.ts'
import { getOwnTrajectory } from './own-trajectory.ts'
import { findReview, updateReview } from '../storage/reviews.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'

export const reopenReview = command({
  name: 'trajectories.reopenReview',
  summary: 'Takes back that a review was held; the next one that was planned with it is cancelled, the words stay',
  input: ReviewKey.extend({ nextReviewId: ReviewId.optional() }),
  output: ReviewSaved,
  access: mayHoldReview,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/reopening' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const { participantId, nextReviewId } = input
    const reopened = await changeReview(context, ['state', 'heldOn'], reopen)
    if (!reopened.ok || nextReviewId === undefined) return reopened
    const next = found(await findReview(db, tenantId, { participantId, reviewId: nextReviewId }), 'review')
    await getOwnTrajectory(context, next)
    const cancelled = cancelReview(next)
    // It was moved, held or cancelled since: then it stays what it became.
    if (!cancelled.ok || next.version !== 1) return reopened
    await updateReview(db, tenantId, cancelled.value)
    record({ entity: 'review', id: next.id, version: next.version + 1, fields: ['state'] })
    return accept(reopened.value)
  },
})
