import { z } from 'zod'
import { CalendarDay, FilledId, ParticipantId } from '#kernel'
import { query } from '#platform'
import { mayReadInstruments } from '../access.ts'
import { Rung, ladderGrowth } from '../domain/ladder.ts'
import { View } from '../domain/questionnaire.ts'
import { readLadder } from './read-filled.ts'

/** One finished ladder as it is handed out. */
export const LadderMomentView = z.object({
  filledId: FilledId,
  occasionId: z.uuid(),
  on: CalendarDay,
  view: View,
  current: Rung,
  potential: Rung.optional(),
})

export const getLadder = query({
  name: 'instruments.getLadder',
  summary: 'The rungs of the participation ladder over time, both views, and the growth between the first and the last',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    moments: z.array(LadderMomentView),
    growth: z.object({ first: LadderMomentView, last: LadderMomentView, rungs: z.int() }).optional(),
  }),
  access: mayReadInstruments,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/ladder' },
  run: async ({ db, tenantId, input }) => {
    const moments = await readLadder(db, tenantId, input.participantId)
    const growth = ladderGrowth(moments)
    return {
      moments: moments.map(moment => ({ ...moment })),
      ...(growth === undefined ? {} : { growth: { ...growth } }),
    }
  },
})
