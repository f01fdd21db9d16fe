import { z } from 'zod'
import { GoalId, ParticipantId } from '#kernel'
import { MatchView, topMatch } from '#matching'
import { readContact, readPerson } from '#people'
import { found, query } from '#platform'
import { isLive, openGoalsOf, readPlacements, readPlan } from '#plans'
import { maySuggest } from '../access.ts'

export const Suggestion = z.object({ goalId: GoalId, match: MatchView, others: z.number() })
export type Suggestion = z.infer<typeof Suggestion>

export const getSuggestion = query({
  name: 'desk.getSuggestion',
  summary: 'The best offer for the first open goal that has no place yet, with the reasons; absent when nothing fits',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({ suggestion: Suggestion.optional() }),
  access: maySuggest,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/suggestion' },
  run: async ({ db, tenantId, input, today }) => {
    const { participantId } = input
    const [person, contact, plan, placements] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
    ])
    const live = placements.filter(isLive)
    const goal = openGoalsOf(plan).find(open => !live.some(placement => placement.goalId === open.id))
    if (goal === undefined) return {}
    const { callName } = found(person, 'participant')
    const best = await topMatch(db, tenantId, { participantId, callName, person, contact, plan, placements, today }, goal.id)
    return best === undefined ? {} : { suggestion: best }
  },
})
