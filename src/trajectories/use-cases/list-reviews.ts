import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadTrajectories } from '../access.ts'
import { isOverdue, Review } from '../domain/review.ts'
import { listReviews as loadReviews } from '../storage/reviews.ts'

export const listReviews = query({
  name: 'trajectories.listReviews',
  summary: 'The reviews of a participant, in the order of their days',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({ reviews: z.array(Review.extend({ overdue: z.boolean() })) }),
  access: mayReadTrajectories,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/reviews' },
  oneBatch: true,
  run: async ({ db, tenantId, input, today }) => {
    const [reviews, known] = await Promise.all([
      loadReviews(db, tenantId, input.participantId),
      callNames(db, tenantId, [input.participantId]),
    ])
    found(known.get(input.participantId), 'participant')
    return { reviews: reviews.map(review => ({ ...review, overdue: isOverdue(review, today) })) }
  },
})
