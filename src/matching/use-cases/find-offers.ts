import { z } from 'zod'
import { CalendarDay, GoalId, Language, ParticipantId, WheelArea } from '#kernel'
import { callNames, readContact, readPerson } from '#people'
import { found, query } from '#platform'
import { canDo, Placement, readPlacements, readPlan } from '#plans'
import { mayFindOffers } from '../access.ts'
import { MatchView, NearMissView } from './match-view.ts'
import { wishesFor } from './match-wish-of.ts'
import { homeOf, rankFor, readSupplyState, supplyOf } from './rank-for-goal.ts'

const MOST = 50
const USUAL = 6

export const findOffers = query({
  name: 'matching.findOffers',
  summary: 'What fits a goal, best first, with true reasons; what would nearly fit; and whether nothing does',
  input: z.object({
    participantId: ParticipantId,
    goalId: GoalId,
    limit: z.coerce.number().int().min(1).max(MOST).default(USUAL),
  }),
  output: z.object({
    participantId: ParticipantId,
    callName: z.string(),
    goal: z.object({
      goalId: GoalId,
      title: z.string(),
      language: Language,
      area: WheelArea,
      state: z.enum(['open', 'reached', 'archived']),
      version: z.int().positive(),
    }),
    /** What the person said about it, in own words. */
    wishes: z.array(z.object({ words: z.string(), language: Language })),
    /** How many offers the municipality has. */
    supply: z.int().min(0),
    matches: z.array(MatchView),
    more: z.boolean(),
    nearMisses: z.array(NearMissView),
    nothing: z.boolean(),
    /** Where the person comes or waits for this goal. */
    placements: z.array(Placement),
    /** What was noted when nothing fitted. */
    unmetWish: z.object({ whatLacks: z.string(), notedOn: CalendarDay }).optional(),
  }),
  access: mayFindOffers,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/goals/{goalId}/matches' },
  run: async ({ db, tenantId, input, today }) => {
    const { participantId, goalId, limit } = input
    const [names, person, contact, plan, placements, state] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readSupplyState(db, tenantId),
    ])
    const callName = found(names.get(participantId), 'participant')
    const goal = found(
      plan.goals.find(({ id }) => id === goalId),
      'goal',
    )
    const [home, supply] = await Promise.all([homeOf(db, tenantId, contact), supplyOf(db, tenantId, state)])
    const dossier = { participantId, callName, plan, person, contact, placements, today }
    const ranking = canDo('goal', goal.state, 'findOffer')
      ? rankFor(dossier, supply, state.tallies, home)(goal, limit)
      : { matches: [], more: false, nearMisses: [], nothing: false }
    const unmet = plan.unmetWishes.find(wish => wish.goalId === goalId && wish.resolvedOn === undefined)
    return {
      participantId,
      callName,
      goal: { goalId, title: goal.title, language: goal.language, area: goal.area, state: goal.state, version: goal.version },
      wishes: wishesFor(plan, goal).map(({ words, language }) => ({ words, language })),
      supply: supply.offers.size,
      ...ranking,
      matches: [...ranking.matches],
      nearMisses: [...ranking.nearMisses],
      placements: placements.filter(each => each.goalId === goalId && (each.state === 'placed' || each.state === 'waiting')),
      ...(unmet === undefined ? {} : { unmetWish: { whatLacks: unmet.whatLacks, notedOn: unmet.notedOn } }),
    }
  },
})
export type FoundForGoal = z.infer<typeof findOffers.output>
