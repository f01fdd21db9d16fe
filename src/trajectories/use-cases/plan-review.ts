import { z } from 'zod'
import { accept, CalendarDay, type Decision, ParticipantId, ReviewId, TrajectoryId } from '#kernel'
import { command, type CommandContext } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { planReview as decideToPlan } from '../domain/review.ts'
import { insertReview } from '../storage/reviews.ts'
import { ReviewSaved } from './change-review.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

const Input = z.object({ participantId: ParticipantId, trajectoryId: TrajectoryId, plannedOn: CalendarDay })

/** Part of a command that declares the `trajectory` slice for writing. */
export const bookReview = async (
  context: Omit<CommandContext<unknown>, 'input'>,
  { participantId, trajectoryId, plannedOn }: z.infer<typeof Input>,
): Promise<Decision<ReviewSaved>> => {
  const { db, tenantId, today, newId, record } = context
  const trajectory = await getOwnTrajectory(context, { participantId, trajectoryId })
  const decided = decideToPlan(trajectory, plannedOn, today)
  if (!decided.ok) return decided
  const reviewId = newId<ReviewId>()
  await insertReview(db, tenantId, { id: reviewId, participantId, trajectoryId, plannedOn, state: 'planned', version: 1 })
  record({ entity: 'review', id: reviewId, version: 1, fields: ['plannedOn'] })
  return accept({ reviewId, participantId, version: 1 })
}

export const planReview = command({
  name: 'trajectories.planReview',
  summary: 'Plans a day to look back and ahead together',
  input: Input,
  output: ReviewSaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews', status: 201 },
  run: context => bookReview(context, context.input),
})
