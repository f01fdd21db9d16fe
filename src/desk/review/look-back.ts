import { type CalendarDay, dayIn } from '#kernel'
import type { Agreement, Plan, Step } from '#plans'

/** What people took up since a day, told without a score: what was done and what was tried. */
export interface LookBack {
  readonly done: readonly Step[]
  /** It did not work (yet): tried all the same. */
  readonly tried: readonly Step[]
  readonly goalsReached: Plan['goals']
}

/** From the last review to this one; until is left out while it is yet to come. */
interface Between {
  readonly since?: CalendarDay | undefined
  readonly until?: CalendarDay | undefined
}

const isBetween = (day: string, { since, until }: Between): boolean =>
  (since === undefined || day >= since) && (until === undefined || day <= until)

const answeredOn = (step: Step): string => (step.state === 'open' ? '' : dayIn(new Date(step.answeredAt)))

/** What was answered in that time, the oldest first; a review that was held keeps what was known on its day. */
export const lookBack = (plan: Plan, between: Between): LookBack => {
  const answered = plan.goals
    .flatMap(goal => goal.steps)
    .filter(step => step.state !== 'open' && isBetween(answeredOn(step), between))
    .toSorted((a, b) => answeredOn(a).localeCompare(answeredOn(b)))
  return {
    done: answered.filter(step => step.state === 'done'),
    tried: answered.filter(step => step.state !== 'done'),
    goalsReached: plan.goals.filter(goal => goal.state === 'reached' && isBetween(goal.closedOn, between)),
  }
}

/** The promise as it stood on a day: what was said of it later was not known yet. */
const onDay = (agreement: Agreement, day: CalendarDay): Agreement => {
  const said = agreement.said.filter(({ saidOn }) => saidOn <= day)
  return said.length === agreement.said.length
    ? agreement
    : { ...agreement, said, ...(said.length === 0 ? { state: 'open' } : {}) }
}

/**
 * Promises that count: what was withdrawn is not looked back on. Both sides, the person's own last. Until the day of a review that
 * was held: as they stood on that day.
 */
export const promisesOf = (plan: Plan, until?: CalendarDay): readonly Agreement[] => {
  const sides = ['coach', 'municipality', 'other', 'participant']
  return plan.agreements
    .filter(({ state, madeOn }) => state !== 'withdrawn' && isBetween(madeOn, { until }))
    .map(agreement => (until === undefined ? agreement : onDay(agreement, until)))
    .toSorted((a, b) => sides.indexOf(a.promisedBy) - sides.indexOf(b.promisedBy) || a.madeOn.localeCompare(b.madeOn))
}
