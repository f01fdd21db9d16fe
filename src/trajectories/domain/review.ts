import { z } from 'zod'
import { accept, CalendarDay, type Decision, ParticipantId, refuse, ReviewId, TrajectoryId } from '#kernel'
import { isRunning, type Trajectory } from './trajectory.ts'

export const REVIEW_STATES = ['planned', 'held', 'cancelled'] as const
export const ReviewState = z.enum(REVIEW_STATES)
export type ReviewState = z.infer<typeof ReviewState>

/** A planned look back and ahead. */
export const Review = z.object({
  id: ReviewId,
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  plannedOn: CalendarDay,
  state: ReviewState,
  heldOn: CalendarDay.optional(),
  version: z.int().positive(),
})
export type Review = z.infer<typeof Review>

export const isOverdue = (review: Review, today: CalendarDay): boolean => review.state === 'planned' && review.plannedOn < today

export const planReview = (trajectory: Trajectory, plannedOn: CalendarDay, today: CalendarDay): Decision<CalendarDay> => {
  if (!isRunning(trajectory)) return refuse('notPossibleNow', undefined, { state: trajectory.state })
  return plannedOn < today ? refuse('invalidInput', 'plannedOn', { reason: 'inPast' }) : accept(plannedOn)
}

const whilePlanned = (review: Review): Decision<Review> =>
  review.state === 'planned' ? accept(review) : refuse('notPossibleNow', undefined, { state: review.state })

export const moveReview = (review: Review, plannedOn: CalendarDay, today: CalendarDay): Decision<Review> => {
  const allowed = whilePlanned(review)
  if (!allowed.ok) return allowed
  return plannedOn < today ? refuse('invalidInput', 'plannedOn', { reason: 'inPast' }) : accept({ ...review, plannedOn })
}

export const holdReview = (review: Review, heldOn: CalendarDay, today: CalendarDay): Decision<Review> => {
  const allowed = whilePlanned(review)
  if (!allowed.ok) return allowed
  return heldOn > today ? refuse('invalidInput', 'heldOn', { reason: 'inFuture' }) : accept({ ...review, state: 'held', heldOn })
}

export const cancelReview = (review: Review): Decision<Review> => {
  const allowed = whilePlanned(review)
  return allowed.ok ? accept({ ...review, state: 'cancelled' }) : allowed
}
