import { z } from 'zod'
import { accept, CalendarDay, ParticipantId, ReviewId, TrajectoryId } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { planReview as decideToPlan } from '../domain/review.ts'
import { insertReview } from '../storage/reviews.ts'
import { ReviewSaved } from './change-review.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

export const planReview = command({
  name: 'trajectories.planReview',
  summary: 'Plans a day to look back and ahead together',
  input: z.object({ participantId: ParticipantId, trajectoryId: TrajectoryId, plannedOn: CalendarDay }),
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews', status: 201 },
  run: async context => {
    const { db, tenantId, input, today, newId, record } = context
    const { participantId, trajectoryId } = input
    const trajectory = await getOwnTrajectory(context, input)
    const decided = decideToPlan(trajectory, input.plannedOn, today)
    if (!decided.ok) return decided
    const reviewId = newId<ReviewId>()
    await insertReview(db, tenantId, {
      id: reviewId,
      participantId,
      trajectoryId,
      plannedOn: decided.value,
      state: 'planned',
      version: 1,
    })
    record({ entity: 'review', id: reviewId, version: 1, fields: ['plannedOn'] })
    return accept({ reviewId, participantId, version: 1 })
  },
})
