import { z } from 'zod'
import { accept, type Decision, freeText, Language, MembershipId, ParticipantId, refuse, ReviewId, TrajectoryId } from '#kernel'

/** Written by the person, or by somebody else as the person said it. */
export const WRITTEN_AS = ['person', 'asSaid'] as const
export type WrittenAs = (typeof WRITTEN_AS)[number]

export const OwnWordWords = freeText(4_000, 1)

/** What somebody thinks of it, before a review or about the advice at the end of a trajectory. */
export const OwnWord = z.object({
  id: z.uuid(),
  participantId: ParticipantId,
  reviewId: ReviewId.optional(),
  trajectoryId: TrajectoryId.optional(),
  words: z.string(),
  language: Language,
  writtenAs: z.enum(WRITTEN_AS),
  writtenBy: MembershipId,
  writtenAt: z.date(),
  version: z.int().positive(),
})
export type OwnWord = Readonly<z.infer<typeof OwnWord>>

/** What a person wrote is changed by that person only; what a coach wrote down, the person may put in own words. */
export const mayRewrite = (earlier: Pick<OwnWord, 'writtenAs'> | undefined, as: WrittenAs): Decision<WrittenAs> =>
  earlier?.writtenAs === 'person' && as === 'asSaid'
    ? refuse('notPossibleNow', 'words', { state: 'writtenByPerson' })
    : accept(as)
