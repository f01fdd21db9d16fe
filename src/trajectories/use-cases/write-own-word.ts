import { z } from 'zod'
import { accept, Language, ParticipantId, refuse, ReviewId, TrajectoryId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWriteAdviceWord, mayWriteOwnWord } from '../access.ts'
import { mayRewrite, type OwnWord, OwnWordWords } from '../domain/own-word.ts'
import { isRunning } from '../domain/trajectory.ts'
import { listAdvicesOf, takeAdviceTurn } from '../storage/advices.ts'
import { type About, findOwnWord, insertOwnWord, updateOwnWord } from '../storage/own-words.ts'
import { findReview } from '../storage/reviews.ts'
import { findTrajectory } from '../storage/trajectories.ts'

const Words = z.object({
  participantId: ParticipantId,
  words: OwnWordWords,
  language: Language.default('nl'),
  /** 0 when nothing was written yet. */
  version: z.coerce.number().int().nonnegative(),
})
const Saved = z.object({ ownWordId: z.uuid(), version: z.number() })

/** Beside what a coach writes stands what the person says, and who wrote that down. */
const write = async (context: CommandContext<z.infer<typeof Words>>, about: About, forMunicipality: boolean) => {
  const { db, tenantId, memberId, actor, input, now, newId, record } = context
  const { participantId, words, language, version } = input
  const earlier = await findOwnWord(db, tenantId, participantId, about)
  if ((earlier?.version ?? 0) !== version) return refuse('versionConflict', undefined, { current: earlier })
  const writtenAs = actor.role === 'participant' ? 'person' : 'asSaid'
  const allowed = mayRewrite(earlier, writtenAs)
  if (!allowed.ok) return allowed
  const written = { participantId, ...about, words, language, writtenAs, writtenBy: memberId, writtenAt: now } as const
  const word: OwnWord = { ...written, id: earlier?.id ?? newId<string>(), version: earlier?.version ?? 1 }
  const saved =
    earlier === undefined
      ? await insertOwnWord(db, tenantId, word, forMunicipality)
      : await updateOwnWord(db, tenantId, word, forMunicipality)
  if (!saved) return refuse('versionConflict', undefined, { current: await findOwnWord(db, tenantId, participantId, about) })
  record({ entity: 'ownWord', id: word.id, version: version + 1, fields: ['words'] })
  return accept({ ownWordId: word.id, version: version + 1 })
}

export const writeReviewWord = command({
  name: 'trajectories.writeReviewWord',
  summary: 'What the person wants to say at a review: written by the person beforehand, or by the coach as the person said it',
  input: Words.extend({ reviewId: ReviewId }),
  output: Saved,
  access: mayWriteOwnWord,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/reviews/{reviewId}/own-word' },
  run: async context => {
    const { db, tenantId, input } = context
    const review = found(await findReview(db, tenantId, input), 'review')
    if (review.state === 'cancelled') return refuse('notPossibleNow', undefined, { state: review.state })
    return write(context, { reviewId: review.id }, false)
  },
})

export const writeAdviceWord = command({
  name: 'trajectories.writeAdviceWord',
  summary: 'What the person thinks of how it goes on after the trajectory; goes to the municipality with the advice',
  input: Words.extend({ trajectoryId: TrajectoryId }),
  output: Saved,
  access: mayWriteAdviceWord,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/trajectories/{trajectoryId}/own-word' },
  run: async context => {
    const { db, tenantId, input } = context
    const trajectory = found(await findTrajectory(db, tenantId, input), 'trajectory')
    await takeAdviceTurn(db, tenantId, input.participantId)
    const advices = await listAdvicesOf(db, tenantId, input.participantId)
    // After a decision a trajectory that goes on gets an advice of its own again: until that is sent, these words wait.
    const goesWith = isRunning(trajectory) ? ['sent'] : ['sent', 'decided']
    const sent = advices.some(({ trajectoryId, state }) => trajectoryId === trajectory.id && goesWith.includes(state))
    return write(context, { trajectoryId: trajectory.id }, sent)
  },
})
