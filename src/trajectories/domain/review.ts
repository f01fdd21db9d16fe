import { z } from 'zod'
import { accept, addDays, CalendarDay, type Decision, isoWeekday, ParticipantId, refuse, ReviewId, TrajectoryId } from '#kernel'
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
  /** It waits, up to and including this day. */
  holdUntil: CalendarDay.optional(),
  version: z.int().positive(),
})
export type Review = z.infer<typeof Review>

/** How a review stands on a day; `due` is near enough to prepare. */
export const REVIEW_STANDINGS = ['ahead', 'due', 'overdue', 'onHold', 'held', 'cancelled'] as const
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number]

/** A planned review within this many days asks for attention. */
export const DUE_WITHIN_DAYS = 7

/** What waits comes back by itself, the day after; what belongs to a trajectory that ended is not due any more. */
export const reviewStanding = (
  review: Pick<Review, 'state' | 'plannedOn' | 'holdUntil'>,
  today: CalendarDay,
  trajectory?: Pick<Trajectory, 'state'>,
): ReviewStanding => {
  if (review.state !== 'planned') return review.state
  if (trajectory?.state === 'ended') return 'cancelled'
  if (trajectory?.state === 'paused') return 'onHold'
  if (review.holdUntil !== undefined && today <= review.holdUntil) return 'onHold'
  if (review.plannedOn < today) return 'overdue'
  return review.plannedOn <= addDays(today, DUE_WITHIN_DAYS) ? 'due' : 'ahead'
}

/** With its trajectory, a review that was still to be held is over too. */
export const besideTrajectory = <Known extends Pick<Review, 'state'>>(
  review: Known,
  trajectory: Pick<Trajectory, 'state'> | undefined,
): Known => (review.state === 'planned' && trajectory?.state === 'ended' ? { ...review, state: 'cancelled' } : review)

export const isOverdue = (review: Pick<Review, 'state' | 'plannedOn' | 'holdUntil'>, today: CalendarDay): boolean =>
  reviewStanding(review, today) === 'overdue'

const SATURDAY = 6
export const isWeekend = (day: CalendarDay): boolean => isoWeekday(day) >= SATURDAY

/** The day that the rhythm proposes; a weekend becomes the Monday after. */
export const proposeReview = (everyWeeks: number, since: CalendarDay, today: CalendarDay): CalendarDay => {
  const after = addDays(since, everyWeeks * 7)
  const day = after < today ? today : after
  return isWeekend(day) ? addDays(day, 8 - isoWeekday(day)) : day
}

export const planReview = (trajectory: Trajectory, plannedOn: CalendarDay, today: CalendarDay): Decision<CalendarDay> => {
  if (!isRunning(trajectory)) return refuse('notPossibleNow', undefined, { state: trajectory.state })
  return plannedOn < today ? refuse('invalidInput', 'plannedOn', { reason: 'inPast' }) : accept(plannedOn)
}

const whilePlanned = (review: Review): Decision<Review> =>
  review.state === 'planned' ? accept(review) : refuse('notPossibleNow', undefined, { state: review.state })

export const moveReview = (review: Review, plannedOn: CalendarDay, today: CalendarDay): Decision<Review> => {
  const allowed = whilePlanned(review)
  if (!allowed.ok) return allowed
  if (plannedOn < today) return refuse('invalidInput', 'plannedOn', { reason: 'inPast' })
  return accept({ ...review, plannedOn, holdUntil: undefined })
}

export const holdReview = (review: Review, heldOn: CalendarDay, today: CalendarDay): Decision<Review> => {
  const allowed = whilePlanned(review)
  if (!allowed.ok) return allowed
  if (heldOn > today) return refuse('invalidInput', 'heldOn', { reason: 'inFuture' })
  return accept({ ...review, state: 'held', heldOn, holdUntil: undefined })
}

/** The next one comes after this one was held, and not in the past. */
export const nextAfter = (heldOn: CalendarDay, nextOn: CalendarDay, today: CalendarDay): Decision<CalendarDay> => {
  if (nextOn < today) return refuse('invalidInput', 'nextOn', { reason: 'inPast' })
  return nextOn <= heldOn ? refuse('invalidInput', 'nextOn', { reason: 'beforeStart' }) : accept(nextOn)
}

/** Taken back: it still has to be held. What was written stays. */
export const reopenReview = (review: Review): Decision<Review> =>
  review.state === 'held'
    ? accept({ ...review, state: 'planned', heldOn: undefined })
    : refuse('notPossibleNow', undefined, { state: review.state })

export const putOnHold = (review: Review, until: CalendarDay, today: CalendarDay): Decision<Review> => {
  const allowed = whilePlanned(review)
  if (!allowed.ok) return allowed
  if (until < today) return refuse('invalidInput', 'holdUntil', { reason: 'inPast' })
  return accept({ ...review, holdUntil: until })
}

export const resumeReview = (review: Review): Decision<Review> => {
  const allowed = whilePlanned(review)
  return allowed.ok ? accept({ ...review, holdUntil: undefined }) : allowed
}

export const cancelReview = (review: Review): Decision<Review> => {
  const allowed = whilePlanned(review)
  return allowed.ok ? accept({ ...review, state: 'cancelled', holdUntil: undefined }) : allowed
}
