import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { cancelReview as cancel } from '../domain/review.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'

export const cancelReview = command({
  name: 'trajectories.cancelReview',
  summary: 'Cancels a planned review',
  input: ReviewKey,
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/cancellation' },
  run: async context => {
    const { participantId, reviewId } = context.input
    const cancelled = await changeReview(context, ['state'], cancel)
    if (cancelled.ok) context.publish({ name: 'ReviewCancelled', payload: { participantId, reviewId } })
    return cancelled
  },
})
