import { z } from 'zod'
import { CalendarDay, ParticipantId, ReviewId } from '#kernel'
import { LadderMomentView, OwnWebs, readLadder, readOwnWebs } from '#instruments'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { Plan, readPlan } from '#plans'
import { OwnWordView, readOwnWords, readShownWeb, viewOwnWord } from '#trajectories'
import { mayPrepareReviews } from './access.ts'
import { viewWebChoice, WebChoice } from './web-choice.ts'
import { heldBefore, nextAfter, proposedDay, readReviewLines, ReviewLine } from './read-reviews.ts'

export const ReviewPreparation = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  review: ReviewLine,
  /** Of a trajectory that this reader coordinates: what it led to may be written down. */
  own: z.boolean(),
  /** The review before this one: what was agreed then. */
  before: ReviewLine.optional(),
  /** The one that is planned after a review that was held. */
  next: ReviewLine.optional(),
  /** What happened since this day is new. */
  since: CalendarDay.optional(),
  ownWord: OwnWordView.optional(),
  plan: Plan,
  proposedOn: CalendarDay.optional(),
  ladder: z.array(LadderMomentView),
  /** The choice about the own web, when one was filled in; its drawing only when the person wants it on the table. */
  web: WebChoice.extend({ drawing: OwnWebs.optional() }).optional(),
})
export type ReviewPreparation = Readonly<z.infer<typeof ReviewPreparation>>

export const getReviewPreparation = query({
  name: 'desk.getReviewPreparation',
  summary: 'What people need at a review: the own word of the person, what was agreed, what was done since the last one',
  input: z.object({ participantId: ParticipantId, reviewId: ReviewId }),
  output: ReviewPreparation,
  access: mayPrepareReviews,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/reviews/{reviewId}/preparation' },
  run: async ({ db, tenantId, memberId, input: { participantId, reviewId }, today }) => {
    const [known, read, plan, words, ladder, chosen] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readReviewLines(db, tenantId, participantId, today, memberId),
      readPlan(db, tenantId, participantId),
      readOwnWords(db, tenantId, participantId),
      readLadder(db, tenantId, participantId),
      readShownWeb(db, tenantId, { participantId, reviewId }),
    ])
    const callName = found(known.get(participantId), 'participant')
    const review = found(
      read.reviews.find(({ id }) => id === reviewId),
      'review',
    )
    const word = words.find(({ reviewId: about }) => about === reviewId)
    const [writers, webs] = await Promise.all([
      memberNames(db, tenantId, word === undefined ? [] : [word.writtenBy]),
      readOwnWebs(db, tenantId, participantId, review.heldOn),
    ])
    const before = heldBefore(read.reviews, review)
    const next = nextAfter(read.reviews, review)
    const trajectory = read.trajectories.find(({ id }) => id === review.trajectoryId)
    const proposedOn = proposedDay(read, today, today)
    return {
      participantId,
      callName,
      review,
      own: trajectory?.coordinatorId === memberId,
      ...(before === undefined ? {} : { before }),
      ...(next === undefined ? {} : { next }),
      since: before?.heldOn ?? trajectory?.startedOn,
      ...(word === undefined ? {} : { ownWord: viewOwnWord(word, writers) }),
      plan,
      ladder: ladder.map(moment => ({ ...moment })),
      ...(webs === undefined ? {} : { web: { ...viewWebChoice(chosen), ...(chosen?.shows === true ? { drawing: webs } : {}) } }),
      ...(proposedOn === undefined ? {} : { proposedOn }),
    }
  },
})
