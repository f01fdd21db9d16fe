import { z } from 'zod'
import { accept, type Decision, ParticipantId, refuse, ReviewId } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { Review } from '../domain/review.ts'
import { findReview, updateReview } from '../storage/reviews.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** Which review, in whose dossier, and the version that was looked at. */
export const ReviewKey = z.object({
  participantId: ParticipantId,
  reviewId: ReviewId,
  version: z.coerce.number().int().positive(),
})
export const ReviewSaved = z.object({ reviewId: ReviewId, participantId: ParticipantId, version: z.number() })
export type ReviewSaved = z.infer<typeof ReviewSaved>

/** Load → decide → save → record: the same for every change of a review. */
export const changeReview = async (
  context: CommandContext<z.infer<typeof ReviewKey>>,
  fields: readonly string[],
  decide: (review: Review) => Decision<Review>,
): Promise<Decision<ReviewSaved>> => {
  const { db, tenantId, input, record } = context
  const review = found(await findReview(db, tenantId, input), 'review')
  await getOwnTrajectory(context, review)
  if (review.version !== input.version) return refuse('versionConflict', undefined, { current: review })
  const decided = decide(review)
  if (!decided.ok) return decided
  if (!(await updateReview(db, tenantId, decided.value)))
    return refuse('versionConflict', undefined, { current: await findReview(db, tenantId, input) })
  record({ entity: 'review', id: review.id, version: review.version + 1, fields })
  return accept({ reviewId: review.id, participantId: review.participantId, version: review.version + 1 })
}
