import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { query } from '#platform'
import { mayReadPlan } from '../access.ts'
import { Plan } from '../domain/plan.ts'
import { readPlan } from './read-plan.ts'

export const getPlan = query({
  name: 'plans.getPlan',
  summary: 'The plan: wishes, what has to be practical, goals with their steps, agreements and recognition',
  input: z.object({ participantId: ParticipantId }),
  output: Plan,
  access: mayReadPlan,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/plan' },
  oneBatch: true,
  run: ({ db, tenantId, input }) => readPlan(db, tenantId, input.participantId),
})
