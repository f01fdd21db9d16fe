import { type CalendarDay, type GoalId, type MembershipId, namedId, type ParticipantId, type StepId, type WishId } from '#kernel'
import type { Goal } from './domain/goal.ts'
import type { Plan } from './domain/plan.ts'
import type { OpenStep, Step, StepAnswer } from './domain/step.ts'
import type { Wish } from './domain/wish.ts'

export const day = (text: string): CalendarDay => text as CalendarDay

/** An open step; the title names it. */
export const aStep = (title: string, known: Partial<Omit<OpenStep, 'state'>> = {}): OpenStep => ({
  id: namedId<StepId>(title),
  goalId: namedId<GoalId>('goal'),
  title,
  language: 'nl',
  who: 'participant',
  recognition: { kind: 'compliment', words: 'Goed gedaan!' },
  position: 0,
  version: 1,
  state: 'open',
  ...known,
})

/** The same step after somebody told how it went. */
export const answered = (step: OpenStep, state: StepAnswer, answeredAt = '2026-11-18T09:00:00.000Z'): Step => ({
  ...step,
  state,
  answeredAt,
  answeredBy: namedId<MembershipId>('coach'),
})

/** An open goal; steps get their place by their order. */
export const aGoal = (
  title: string,
  steps: readonly Step[] = [],
  known: Partial<Pick<Goal, 'area' | 'position' | 'until' | 'inFocus'>> = {},
): Goal => {
  const id = namedId<GoalId>(title)
  return {
    id,
    area: 'contacts',
    title,
    language: 'nl',
    position: 0,
    version: 1,
    inFocus: true,
    ...known,
    state: 'open',
    steps: steps.map((step, position): Step => ({ ...step, goalId: id, position })),
  }
}

export const aWish = (words: string, kind: Wish['kind'] = 'wish'): Wish => ({
  id: namedId<WishId>(words),
  kind,
  words,
  language: 'nl',
  saidOn: day('2026-11-02'),
  writtenBy: namedId<MembershipId>('coach'),
  archived: false,
  version: 1,
})

export const aPlan = (known: Partial<Plan> = {}): Plan => ({
  participantId: namedId<ParticipantId>('selam'),
  wishes: [],
  goals: [],
  agreements: [],
  reciprocity: [],
  unmetWishes: [],
  recognitions: [],
  ...known,
})
