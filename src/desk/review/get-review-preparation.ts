import { z } from 'zod'
import { CalendarDay, Language, ParticipantId, ReviewId } from '#kernel'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { Plan, readPlan } from '#plans'
import { readOwnWords } from '#trajectories'
import { mayPrepareReviews } from './access.ts'
import { heldBefore, proposedDay, readReviewLines, ReviewLine } from './read-reviews.ts'

export const OwnWordView = z.object({
  words: z.string(),
  language: Language,
  writtenAs: z.enum(['person', 'asSaid']),
  writtenByName: z.string(),
  writtenAt: z.iso.datetime(),
  version: z.number(),
})
export type OwnWordView = Readonly<z.infer<typeof OwnWordView>>

export const ReviewPreparation = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  review: ReviewLine,
  /** The review before this one: what was agreed then. */
  before: ReviewLine.optional(),
  /** What happened since this day is new. */
  since: CalendarDay.optional(),
  ownWord: OwnWordView.optional(),
  plan: Plan,
  proposedOn: CalendarDay.optional(),
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
  run: async ({ db, tenantId, input: { participantId, reviewId }, today }) => {
    const [known, read, plan, words] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readReviewLines(db, tenantId, participantId, today),
      readPlan(db, tenantId, participantId),
      readOwnWords(db, tenantId, participantId),
    ])
    const callName = found(known.get(participantId), 'participant')
    const review = found(
      read.reviews.find(({ id }) => id === reviewId),
      'review',
    )
    const word = words.find(({ reviewId: about }) => about === reviewId)
    const writers = word === undefined ? undefined : await memberNames(db, tenantId, [word.writtenBy])
    const before = heldBefore(read.reviews, review)
    const trajectory = read.trajectories.find(({ id }) => id === review.trajectoryId)
    const proposedOn = proposedDay(read, today, today)
    return {
      participantId,
      callName,
      review,
      ...(before === undefined ? {} : { before }),
      since: before?.heldOn ?? trajectory?.startedOn,
      ...(word === undefined
        ? {}
        : {
            ownWord: {
              ...{ words: word.words, language: word.language, writtenAs: word.writtenAs, version: word.version },
              writtenByName: writers?.get(word.writtenBy)?.name ?? '',
              writtenAt: word.writtenAt.toISOString(),
            },
          }),
      plan,
      ...(proposedOn === undefined ? {} : { proposedOn }),
    }
  },
})
