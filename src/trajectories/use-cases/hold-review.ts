import { CalendarDay } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { holdReview as hold } from '../domain/review.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'

export const holdReview = command({
  name: 'trajectories.holdReview',
  summary: 'Notes that a planned review was held',
  input: ReviewKey.extend({ heldOn: CalendarDay.optional() }),
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/held' },
  run: context =>
    changeReview(context, ['state', 'heldOn'], review => hold(review, context.input.heldOn ?? context.today, context.today)),
})
