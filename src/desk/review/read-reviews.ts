import { z } from 'zod'
import { CalendarDay, dayIn, type MembershipId, type ParticipantId, ReviewId, type TenantId, TrajectoryId } from '#kernel'
import { type Appointment, readAppointments } from '#contacts'
import type { Db } from '#platform'
import {
  isRunning,
  ledBy,
  proposeReview,
  readReviewResults,
  readReviews,
  readTrajectories,
  readTypeSettings,
  REVIEW_STANDINGS,
  type Review,
  reviewStanding,
  rulesHere,
  type Trajectory,
} from '#trajectories'

/** A review as pages show it: how it stands, when in the diary, what it led to. */
export const ReviewLine = z.object({
  id: ReviewId,
  trajectoryId: TrajectoryId,
  plannedOn: CalendarDay,
  standing: z.enum(REVIEW_STANDINGS),
  heldOn: CalendarDay.optional(),
  holdUntil: CalendarDay.optional(),
  holdReason: z.string().optional(),
  goesOn: z.string().optional(),
  changes: z.string().optional(),
  /** The moment in the diary, when one was made. */
  startsAt: z.iso.datetime().optional(),
  place: z.string().optional(),
  version: z.number(),
})
export type ReviewLine = Readonly<z.infer<typeof ReviewLine>>

const filled = (words: string | undefined): string | undefined => (words === '' ? undefined : words)

const momentOf = (appointments: readonly Appointment[], review: Review) => {
  const known = appointments.find(({ reviewId, state }) => reviewId === review.id && state === 'planned')
  if (known === undefined) return {}
  return { startsAt: known.startsAt.toISOString(), ...(known.place === null ? {} : { place: known.place }) }
}

export interface Reviews {
  readonly trajectories: readonly Trajectory[]
  readonly running: Trajectory | undefined
  /** The rhythm of the trajectory that runs, here. */
  readonly reviewEveryWeeks: number
  /** In the order of their days. */
  readonly reviews: readonly ReviewLine[]
}

/** For queries that opened trajectory and plan; the diary as far as it is open. */
export const readReviewLines = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  today: CalendarDay,
  /** Whose trajectory is planned in; left out for the person, for whom any that runs counts. */
  memberId?: MembershipId,
): Promise<Reviews> => {
  const [trajectories, reviews, results, appointments, settings] = await Promise.all([
    readTrajectories(db, tenantId, participantId),
    readReviews(db, tenantId, participantId),
    readReviewResults(db, tenantId, participantId),
    readAppointments(db, tenantId, participantId),
    readTypeSettings(db, tenantId),
  ])
  const led = memberId === undefined ? trajectories.find(isRunning) : ledBy(trajectories, memberId)
  const running = led !== undefined && isRunning(led) ? led : undefined
  const resultOf = new Map(results.map(result => [result.reviewId, result]))
  return {
    trajectories,
    running,
    reviewEveryWeeks: running === undefined ? 0 : rulesHere(running.type, settings).reviewWeeks.value,
    reviews: reviews.map(review => {
      const { id, trajectoryId, plannedOn, heldOn, holdUntil, version } = review
      const result = resultOf.get(id)
      return {
        ...{
          id,
          trajectoryId,
          plannedOn,
          heldOn,
          holdUntil,
          version,
          standing: reviewStanding(
            review,
            today,
            trajectories.find(({ id: of }) => of === trajectoryId),
          ),
        },
        holdReason: filled(result?.holdReason),
        goesOn: filled(result?.goesOn),
        changes: filled(result?.changes),
        ...momentOf(appointments, review),
      }
    }),
  }
}

/** The day that the rhythm of this kind of trajectory proposes, counted from the last review that was held. */
export const proposedDay = (
  { running, reviews, reviewEveryWeeks }: Reviews,
  today: CalendarDay,
  from?: CalendarDay,
): CalendarDay | undefined => {
  if (running === undefined) return undefined
  const held = reviews.flatMap(({ trajectoryId, heldOn }) =>
    trajectoryId === running.id && heldOn !== undefined ? [heldOn] : [],
  )
  const since = from ?? held.toSorted().at(-1) ?? running.startedOn
  return proposeReview(reviewEveryWeeks, since, today)
}

/** The last review that was held before this one. */
export const heldBefore = (reviews: readonly ReviewLine[], review: ReviewLine): ReviewLine | undefined =>
  reviews
    .filter(({ id, standing, heldOn }) => id !== review.id && standing === 'held' && (heldOn ?? '') <= (review.heldOn ?? '9999'))
    .toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? ''))
    .at(-1)

/** The first that is still to come after a review that was held. */
export const nextAfter = (reviews: readonly ReviewLine[], { id, standing, heldOn }: ReviewLine): ReviewLine | undefined =>
  standing === 'held'
    ? reviews.find(
        other =>
          other.id !== id &&
          other.standing !== 'held' &&
          other.standing !== 'cancelled' &&
          (heldOn === undefined || other.plannedOn >= heldOn),
      )
    : undefined

export const dayOfInstant = (instant: string): CalendarDay => dayIn(new Date(instant))
