import type { CalendarDay } from '#kernel'
import type { Agreement, Plan, Step } from '#plans'

/** What people took up since a day, told without a score: what was done and what was tried. */
export interface LookBack {
  readonly done: readonly Step[]
  /** It did not work (yet): tried all the same. */
  readonly tried: readonly Step[]
  readonly goalsReached: Plan['goals']
}

const answeredOn = (step: Step): string => (step.state === 'open' ? '' : step.answeredAt.slice(0, 10))

/** Answered after the day of the last review, the oldest first; without such a day everything. */
export const lookBack = (plan: Plan, since: CalendarDay | undefined): LookBack => {
  const answered = plan.goals
    .flatMap(goal => goal.steps)
    .filter(step => step.state !== 'open' && (since === undefined || answeredOn(step) >= since))
    .toSorted((a, b) => answeredOn(a).localeCompare(answeredOn(b)))
  return {
    done: answered.filter(step => step.state === 'done'),
    tried: answered.filter(step => step.state !== 'done'),
    goalsReached: plan.goals.filter(goal => goal.state === 'reached' && (since === undefined || goal.closedOn >= since)),
  }
}

/** Promises that count: what was withdrawn is not looked back on. Both sides, the person's own last. */
export const promisesOf = (plan: Plan): readonly Agreement[] => {
  const sides = ['coach', 'municipality', 'other', 'participant']
  return plan.agreements
    .filter(agreement => agreement.state !== 'withdrawn')
    .toSorted((a, b) => sides.indexOf(a.promisedBy) - sides.indexOf(b.promisedBy) || a.madeOn.localeCompare(b.madeOn))
}
