import { z } from 'zod'
import { accept, ParticipantId, refuse, ReviewId } from '#kernel'
import { command, found } from '#platform'
import { mayChooseWeb } from '../access.ts'
import { mayShowWeb } from '../domain/shown-web.ts'
import { findReview } from '../storage/reviews.ts'
import { findShownWeb, saveShownWeb } from '../storage/shown-webs.ts'

/** The choice of the person, per review: on the own page, or ticked together. It opens nothing to anybody else. */
export const showWebAtReview = command({
  name: 'trajectories.showWebAtReview',
  summary: 'Chooses whether the own web of the person is shown at one review, or puts it away again',
  input: z.object({
    participantId: ParticipantId,
    reviewId: ReviewId,
    shows: z.boolean(),
    /** 0 when nothing was chosen yet. */
    version: z.coerce.number().int().nonnegative(),
  }),
  output: z.object({ reviewId: ReviewId, shows: z.boolean(), version: z.number() }),
  access: mayChooseWeb,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/reviews/{reviewId}/web' },
  run: async ({ db, tenantId, memberId, actor, input, now, record }) => {
    const { participantId, reviewId, shows, version } = input
    const [review, earlier] = await Promise.all([findReview(db, tenantId, input), findShownWeb(db, tenantId, input)])
    const { state } = found(review, 'review')
    if (state === 'cancelled') return refuse('notPossibleNow', undefined, { state })
    if ((earlier?.version ?? 0) !== version) return refuse('versionConflict', undefined, { current: earlier })
    const chosenAs = actor.role === 'participant' ? 'person' : 'together'
    const allowed = mayShowWeb(earlier, { shows, as: chosenAs })
    if (!allowed.ok) return allowed
    const chosen = { reviewId, shows, chosenAs, chosenBy: memberId, chosenAt: now, version: version + 1 } as const
    const saved = await saveShownWeb(db, tenantId, participantId, chosen)
    if (!saved) return refuse('versionConflict', undefined, { current: await findShownWeb(db, tenantId, input) })
    record({ entity: 'reviewWeb', id: reviewId, version: version + 1, fields: ['shows'] })
    return accept({ reviewId, shows, version: version + 1 })
  },
})
