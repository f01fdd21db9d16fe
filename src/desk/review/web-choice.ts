import { z } from 'zod'
import type { ShownWeb } from '#trajectories'

/** Whether the own web is on the table at a review, and who chose. */
export const WebChoice = z.object({
  shows: z.boolean(),
  chosenAs: z.enum(['person', 'together']).optional(),
  /** 0 when nothing was chosen yet. */
  version: z.number(),
})

export const viewWebChoice = (chosen: ShownWeb | undefined): z.infer<typeof WebChoice> =>
  chosen === undefined
    ? { shows: false, version: 0 }
    : { shows: chosen.shows, chosenAs: chosen.chosenAs, version: chosen.version }
