import { z } from 'zod'
import { CalendarDay, ParticipantId, TrajectoryId } from '#kernel'
import { callNames } from '#people'
import { found, query } from '#platform'
import { AdviceView, readAdviceViews } from '#trajectories'
import { readHandOver } from '../advice/read-hand-over.ts'
import { mayPrepareReviews } from './access.ts'
import { proposedDay, readReviewLines, ReviewLine } from './read-reviews.ts'

export const ReviewList = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  /** The trajectory that runs and that this reader coordinates; without one nothing can be planned. */
  running: z.object({ trajectoryId: TrajectoryId, plannedEndOn: CalendarDay.optional(), proposedOn: CalendarDay }).optional(),
  reviews: z.array(ReviewLine),
  /** The newest advice, when this reader may see it. */
  advice: AdviceView.optional(),
  /** Handed over warmly: who guided before, who reads along until when. */
  handOver: z.object({ formerName: z.string(), readsUntil: CalendarDay.optional() }).optional(),
})
export type ReviewList = Readonly<z.infer<typeof ReviewList>>

export const getReviewList = query({
  name: 'desk.getReviewList',
  summary: 'The reviews of a dossier with how they stand and what they led to, and the day that the rhythm proposes next',
  input: z.object({ participantId: ParticipantId }),
  output: ReviewList,
  access: mayPrepareReviews,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/review-list' },
  run: async ({ db, tenantId, memberId, input: { participantId }, today }) => {
    const [known, read, [advice], handOver] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readReviewLines(db, tenantId, participantId, today, memberId),
      readAdviceViews(db, tenantId, participantId),
      readHandOver(db, tenantId, participantId),
    ])
    const callName = found(known.get(participantId), 'participant')
    const proposedOn = proposedDay(read, today)
    const { running, reviews } = read
    return {
      participantId,
      callName,
      ...(running === undefined || proposedOn === undefined
        ? {}
        : { running: { trajectoryId: running.id, plannedEndOn: running.plannedEndOn, proposedOn } }),
      reviews: [...reviews],
      ...(advice === undefined ? {} : { advice }),
      ...(handOver === undefined ? {} : { handOver }),
    }
  },
})
