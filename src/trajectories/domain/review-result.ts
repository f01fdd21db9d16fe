import { z } from 'zod'
import { freeText, MembershipId, ReviewId } from '#kernel'

export const ResultWords = freeText(4_000)

/** What was said at a review: what goes on, what changes; or why it waits. */
export const ReviewResult = z.object({
  reviewId: ReviewId,
  goesOn: z.string(),
  changes: z.string(),
  holdReason: z.string(),
  writtenBy: MembershipId,
  writtenAt: z.date(),
})
export type ReviewResult = Readonly<z.infer<typeof ReviewResult>>
