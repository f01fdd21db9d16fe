import { z } from 'zod'
import { accept, CalendarDay, ParticipantId, ReviewId } from '#kernel'
import { command, found } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { findReview, updateReview } from '../storage/reviews.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** The moment in the diary that was made for a review went to another day: the review is planned on that day. */
export const followAppointment = command({
  name: 'trajectories.followAppointment',
  summary: 'Plans a review on the day to which its moment in the diary went',
  input: z.object({ participantId: ParticipantId, reviewId: ReviewId, day: CalendarDay }),
  output: z.object({ followed: z.boolean() }),
  access: mayRunTrajectory,
  subject: input => input.participantId,
  run: async context => {
    const { db, tenantId, input, record } = context
    const review = found(await findReview(db, tenantId, input), 'review')
    await getOwnTrajectory(context, review)
    if (review.state !== 'planned' || review.plannedOn === input.day) return accept({ followed: false })
    const followed = await updateReview(db, tenantId, { ...review, plannedOn: input.day })
    if (followed) record({ entity: 'review', id: review.id, version: review.version + 1, fields: ['plannedOn'] })
    return accept({ followed })
  },
})
