import { z } from 'zod'
import { accept, type Decision, MembershipId, refuse, ReviewId } from '#kernel'

/** Chosen by the person on the own pages, or ticked together at one screen. */
export const CHOSEN_AS = ['person', 'together'] as const
export type ChosenAs = (typeof CHOSEN_AS)[number]

/** Whether somebody wants the own web on the table at one review; without it: no. */
export const ShownWeb = z.object({
  reviewId: ReviewId,
  shows: z.boolean(),
  chosenAs: z.enum(CHOSEN_AS),
  chosenBy: MembershipId,
  chosenAt: z.date(),
  version: z.int().positive(),
})
export type ShownWeb = Readonly<z.infer<typeof ShownWeb>>

/** Putting it away is always possible; what the person put away comes back only by the person. */
export const mayShowWeb = (
  earlier: Pick<ShownWeb, 'shows' | 'chosenAs'> | undefined,
  { shows, as }: { readonly shows: boolean; readonly as: ChosenAs },
): Decision<undefined, 'notPossibleNow'> =>
  shows && as === 'together' && earlier?.chosenAs === 'person' && !earlier.shows
    ? refuse('notPossibleNow', 'shows', { state: 'putAwayByPerson' })
    : accept(undefined)
