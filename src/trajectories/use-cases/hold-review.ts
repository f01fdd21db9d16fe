import { accept, CalendarDay, ReviewId } from '#kernel'
import { command, found } from '#platform'
import { mayHoldReview } from '../access.ts'
import { holdReview as hold, nextAfter, planReview } from '../domain/review.ts'
import { ResultWords } from '../domain/review-result.ts'
import { saveReviewResult } from '../storage/review-results.ts'
import { findReview, insertReview } from '../storage/reviews.ts'
import { changeReview, ReviewKey, ReviewSaved } from './change-review.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

const Input = ReviewKey.extend({
  heldOn: CalendarDay.optional(),
  goesOn: ResultWords.optional(),
  changes: ResultWords.optional(),
  /** When people look back again: plans the next one. */
  nextOn: CalendarDay.optional(),
})

export const holdReview = command({
  name: 'trajectories.holdReview',
  summary: 'Notes that a review was held, with what goes on, what changes and the day of the next one',
  input: Input,
  output: ReviewSaved.extend({ nextReviewId: ReviewId.optional() }),
  access: mayHoldReview,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/reviews/{reviewId}/held' },
  run: async context => {
    const { db, tenantId, memberId, input, today, now, newId, record, publish } = context
    const { participantId, reviewId, goesOn, changes, nextOn } = input
    const heldOn = input.heldOn ?? today
    const held = await changeReview(context, ['state', 'heldOn'], review => hold(review, heldOn, today))
    if (!held.ok) return held
    if (goesOn !== undefined || changes !== undefined) {
      const key = { tenantId, participantId, reviewId }
      await saveReviewResult(db, key, { goesOn, changes, writtenBy: memberId, writtenAt: now })
      record({ entity: 'reviewResult', id: reviewId, fields: ['goesOn', 'changes'] })
    }
    publish({ name: 'ReviewHeld', payload: { participantId, reviewId } })
    if (nextOn === undefined) return held
    const fits = nextAfter(heldOn, nextOn, today)
    if (!fits.ok) return fits
    const { trajectoryId } = found(await findReview(db, tenantId, input), 'review')
    const trajectory = await getOwnTrajectory(context, { participantId, trajectoryId })
    const planned = planReview(trajectory, nextOn, today)
    if (!planned.ok) return planned
    const nextReviewId = newId<ReviewId>()
    const next = { id: nextReviewId, participantId, trajectoryId, plannedOn: nextOn, state: 'planned', version: 1 } as const
    await insertReview(db, tenantId, next)
    record({ entity: 'review', id: nextReviewId, version: 1, fields: ['plannedOn'] })
    return accept({ ...held.value, nextReviewId })
  },
})
