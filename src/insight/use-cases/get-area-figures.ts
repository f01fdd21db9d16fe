import { z } from 'zod'
import { query } from '#platform'
import { mayReadFigures } from '../access.ts'
import { AreaFigures } from '../domain/figures.ts'
import { findSmallNumber, listAreaFigures } from '../storage/figures.ts'

export const getAreaFigures = query({
  name: 'insight.getAreaFigures',
  summary: 'Goals, supply and unmet wishes per area of the wheel, over the whole municipality; small numbers are kept back',
  input: z.object({}),
  output: z.object({
    areas: z.array(AreaFigures),
    /** From how many people on a figure is shown. */
    shownFrom: z.int().positive(),
  }),
  access: mayReadFigures,
  rest: { method: 'GET', path: '/figures/areas' },
  personal: false,
  run: async ({ db }) => {
    const [areas, shownFrom] = await Promise.all([listAreaFigures(db), findSmallNumber(db)])
    return { areas: [...areas], shownFrom }
  },
})
