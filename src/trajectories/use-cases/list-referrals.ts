import { z } from 'zod'
import { CalendarDay } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { personNames } from '#people'
import { query } from '#platform'
import { mayReadReferrals } from '../access.ts'
import { isLate, OPEN_STATES, REFERRAL_STATES, type ReferralState } from '../domain/referral.ts'
import { countReferrals, listReferrals as loadReferrals } from '../storage/referrals.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'
import { ReferralView, viewReferral } from './referral-view.ts'

export const REFERRAL_FILTERS = ['open', 'accepted', 'rejected', 'withdrawn', 'all'] as const
export type ReferralFilter = (typeof REFERRAL_FILTERS)[number]

const statesOf = (filter: ReferralFilter): readonly ReferralState[] | undefined => {
  if (filter === 'all') return undefined
  return filter === 'open' ? OPEN_STATES : [filter]
}

const PAGE_SIZE = 50

const Row = ReferralView.omit({ reason: true, wish: true, wishLanguage: true, question: true, questionAnswer: true }).extend({
  callName: z.string(),
  surname: z.string(),
  birthDate: CalendarDay.optional(),
  overdue: z.boolean(),
})
export type ReferralRow = z.infer<typeof Row>

export const listReferrals = query({
  name: 'trajectories.listReferrals',
  summary: 'Referrals of the municipality, or those sent to the own organisation; open ones by the day of their answer',
  input: z.object({
    state: z.enum(REFERRAL_FILTERS).default('open'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({
    referrals: z.array(Row),
    counts: z.record(z.enum(REFERRAL_FILTERS), z.number()),
    pages: z.number(),
  }),
  access: mayReadReferrals,
  rest: { method: 'GET', path: '/referrals' },
  run: async ({ db, tenantId, input, actor, today, shown }) => {
    const organisationId = actor.role === 'system' || actor.role === 'serviceplein' ? undefined : actor.organisationId
    const states = statesOf(input.state)
    const place = { limit: PAGE_SIZE, offset: (input.page - 1) * PAGE_SIZE }
    const [referrals, perState, organisations, settings] = await Promise.all([
      loadReferrals(db, tenantId, { states, organisationId }, place),
      countReferrals(db, tenantId, organisationId),
      organisationNames(db, tenantId),
      mapTypeSettings(db, tenantId),
    ])
    const people = [...new Set(referrals.map(referral => referral.participantId))]
    const [persons, members] = await Promise.all([
      personNames(db, tenantId, people),
      memberNames(db, tenantId, [...new Set(referrals.map(referral => referral.sentBy))]),
    ])
    shown(people)
    const counts = countByFilter(perState)
    return {
      referrals: referrals.map(referral => ({
        ...viewReferral(referral, { members, organisations, settings }),
        callName: persons.get(referral.participantId)?.callName ?? '',
        surname: persons.get(referral.participantId)?.surname ?? '',
        birthDate: persons.get(referral.participantId)?.birthDate,
        overdue: isLate(referral, today),
      })),
      counts,
      pages: Math.max(1, Math.ceil(counts[input.state] / PAGE_SIZE)),
    }
  },
})

const countByFilter = (perState: ReadonlyMap<string, number>): Record<ReferralFilter, number> => {
  const sum = (states: readonly ReferralState[]): number => states.reduce((total, state) => total + (perState.get(state) ?? 0), 0)
  return {
    open: sum(OPEN_STATES),
    accepted: sum(['accepted']),
    rejected: sum(['rejected']),
    withdrawn: sum(['withdrawn']),
    all: sum(REFERRAL_STATES),
  }
}
