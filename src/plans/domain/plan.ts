import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { Agreement } from './agreement.ts'
import { Goal } from './goal.ts'
import { Practical } from './practical.ts'
import { Reciprocity } from './reciprocity.ts'
import { RecognitionGiven } from './recognition.ts'
import { UnmetWish } from './unmet-wish.ts'
import { Wish } from './wish.ts'

/** One plan for one person. Archived wishes and closed goals are in it, so that a page can show or restore them. */
export const Plan = z.object({
  participantId: ParticipantId,
  /** Wishes and strengths, oldest first. */
  wishes: z.array(Wish).readonly(),
  practical: Practical.optional(),
  /** In the order that the person gave them. */
  goals: z.array(Goal).readonly(),
  agreements: z.array(Agreement).readonly(),
  /** What the person gives back; may be empty. */
  reciprocity: z.array(Reciprocity).readonly(),
  unmetWishes: z.array(UnmetWish).readonly(),
  /** Newest first. */
  recognitions: z.array(RecognitionGiven).readonly(),
})
export type Plan = Readonly<z.infer<typeof Plan>>

export const wishesOf = (plan: Plan): readonly Wish[] => plan.wishes.filter(wish => wish.kind === 'wish' && !wish.archived)
export const strengthsOf = (plan: Plan): readonly Wish[] => plan.wishes.filter(wish => wish.kind === 'strength' && !wish.archived)
export const openGoalsOf = (plan: Plan): readonly Goal[] => plan.goals.filter(goal => goal.state === 'open')
