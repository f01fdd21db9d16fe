import { z } from 'zod'
import { CalendarDay } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { personNames } from '#people'
import { query } from '#platform'
import { mayListSentAdvices } from '../access.ts'
import { countAdvices, listAdvices } from '../storage/advices.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { AdviceView, membersIn, viewAdvice } from './advice-view.ts'

export const ADVICE_FILTERS = ['sent', 'decided', 'withdrawn', 'all'] as const
export type AdviceFilter = (typeof ADVICE_FILTERS)[number]
const PAGE_SIZE = 50

const Row = AdviceView.pick({
  id: true,
  participantId: true,
  state: true,
  direction: true,
  sentByName: true,
  decision: true,
  decidedOn: true,
}).extend({
  callName: z.string(),
  surname: z.string(),
  organisationName: z.string(),
  sentOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
})
export type AdviceRow = z.infer<typeof Row>

export const listSentAdvices = query({
  name: 'trajectories.listSentAdvices',
  summary: 'Advices that organisations sent: those that wait, the longest first, or those that were decided or withdrawn',
  input: z.object({
    state: z.enum(ADVICE_FILTERS).default('sent'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({ advices: z.array(Row), counts: z.record(z.enum(ADVICE_FILTERS), z.number()), pages: z.number() }),
  access: mayListSentAdvices,
  rest: { method: 'GET', path: '/sent-advices' },
  run: async ({ db, tenantId, input, shown }) => {
    const { state } = input
    const states = state === 'all' ? (['sent', 'decided', 'withdrawn'] as const) : [state]
    const place = { limit: PAGE_SIZE, offset: (input.page - 1) * PAGE_SIZE }
    const [advices, perState, organisations] = await Promise.all([
      listAdvices(db, tenantId, states, state === 'sent' ? 'longest' : 'newest', place),
      countAdvices(db, tenantId),
      organisationNames(db, tenantId),
    ])
    const people = [...new Set(advices.map(advice => advice.participantId))]
    const [persons, members, trajectories] = await Promise.all([
      personNames(db, tenantId, people),
      memberNames(db, tenantId, membersIn(advices)),
      listTrajectories(db, tenantId, people),
    ])
    shown(people)
    const many = (each: string): number => perState.get(each) ?? 0
    const counts = { sent: many('sent'), decided: many('decided'), withdrawn: many('withdrawn') }
    const all = counts.sent + counts.decided + counts.withdrawn
    return {
      advices: advices.flatMap(advice => {
        if (advice.state === 'draft') return []
        const view = viewAdvice(advice, { members, organisations })
        const trajectory = trajectories.find(({ id }) => id === advice.trajectoryId)
        const { id, participantId, direction, sentByName, sentOn, decision, decidedOn } = view
        return [
          {
            ...{ id, participantId, state: view.state, direction, sentByName, decision, decidedOn },
            sentOn: sentOn ?? view.writtenOn,
            callName: persons.get(participantId)?.callName ?? '',
            surname: persons.get(participantId)?.surname ?? '',
            organisationName: organisations.find(({ id: known }) => known === trajectory?.organisationId)?.name ?? '',
            plannedEndOn: trajectory?.plannedEndOn,
          },
        ]
      }),
      counts: { ...counts, all },
      pages: Math.max(1, Math.ceil((state === 'all' ? all : counts[state]) / PAGE_SIZE)),
    }
  },
})
