import { CalendarDay } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { moveReview as move } from '../domain/review.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'

export const moveReview = command({
  name: 'trajectories.moveReview',
  summary: 'Plans a review on another day',
  input: ReviewKey.extend({ plannedOn: CalendarDay }),
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/reviews/{reviewId}' },
  run: async context => {
    const { participantId, reviewId, plannedOn } = context.input
    const moved = await changeReview(context, ['plannedOn'], review => move(review, plannedOn, context.today))
    if (moved.ok) context.publish({ name: 'ReviewMoved', payload: { participantId, reviewId, day: plannedOn } })
    return moved
  },
})
