import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { readOwnWebs } from '#instruments'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { OwnWordView, readOwnWords, readShownWeb, viewOwnWord } from '#trajectories'
import { maySeeOwnReview } from './access.ts'
import { viewWebChoice, WebChoice } from './web-choice.ts'
import { readReviewLines, ReviewLine } from './read-reviews.ts'

/** A reason to wait was written for colleagues: the person hears it from the coach. */
const Line = ReviewLine.omit({ holdReason: true })

export const MyReview = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  coachName: z.string().optional(),
  next: Line.optional(),
  ownWord: OwnWordView.optional(),
  /** Whether the own web is on the table then; left out when there is no web. */
  web: WebChoice.optional(),
  /** The one that was held last. */
  last: Line.optional(),
})
export type MyReview = Readonly<z.infer<typeof MyReview>>

export const getMyReview = query({
  name: 'desk.getMyReview',
  summary: 'The own next review, what the person wrote for it, and what was agreed at the last one',
  input: z.object({ participantId: ParticipantId }),
  output: MyReview,
  access: maySeeOwnReview,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/own-review' },
  run: async ({ db, tenantId, input: { participantId }, today }) => {
    const [known, { running, reviews }, words] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readReviewLines(db, tenantId, participantId, today),
      readOwnWords(db, tenantId, participantId),
    ])
    const callName = found(known.get(participantId), 'participant')
    const next = reviews.find(({ standing }) => standing !== 'held' && standing !== 'cancelled')
    const last = reviews.findLast(({ standing }) => standing === 'held')
    const word = next === undefined ? undefined : words.find(({ reviewId }) => reviewId === next.id)
    const members = [running?.coordinatorId, word?.writtenBy].filter(id => id !== undefined)
    const [names, webs, chosen] = await Promise.all([
      memberNames(db, tenantId, members),
      next === undefined ? undefined : readOwnWebs(db, tenantId, participantId),
      next === undefined ? undefined : readShownWeb(db, tenantId, { participantId, reviewId: next.id }),
    ])
    const coachName = running === undefined ? undefined : names.get(running.coordinatorId)?.name
    return {
      participantId,
      callName,
      ...(coachName === undefined ? {} : { coachName }),
      ...(next === undefined ? {} : { next }),
      ...(webs === undefined ? {} : { web: viewWebChoice(chosen) }),
      ...(last === undefined ? {} : { last }),
      ...(word === undefined ? {} : { ownWord: viewOwnWord(word, names) }),
    }
  },
})
