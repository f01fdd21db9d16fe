import { addDays, type CalendarDay } from '#kernel'
import type { Goal } from './goal.ts'
import type { Step } from './step.ts'

const SOON_DAYS = 7

/** Still to be taken: open, or "not yet" without a smaller step in its place. */
const remains = (step: Step, steps: readonly Step[]): boolean =>
  step.state === 'open' || (step.state === 'notYet' && !steps.some(other => other.smallerThan === step.id))

export const remainingSteps = (goal: Goal): readonly Step[] =>
  goal.state === 'open' ? goal.steps.filter(step => remains(step, goal.steps)) : []

type Mine = (step: Step) => boolean
const forParticipant: Mine = step => step.who === 'participant' || step.who === 'together'
const forCoach: Mine = step => step.who === 'coach' || step.who === 'together'

export interface NextStep {
  readonly goal: Goal
  readonly step: Step
}

/** The day to go by: a smaller step without a day of its own comes in the place of the step that was too large. */
const dayOf = ({ goal, step }: NextStep): CalendarDay | undefined =>
  step.plannedOn ?? goal.steps.find(other => other.id === step.smallerThan)?.plannedOn

/** 0: planned before or within a week; 1: next in line without a day; 2: planned later. */
const urgency = (next: NextStep, soon: CalendarDay): 0 | 1 | 2 => {
  const day = dayOf(next)
  if (day === undefined) return 1
  return day <= soon ? 0 : 2
}

const byMoment =
  (soon: CalendarDay) =>
  (a: NextStep, b: NextStep): number =>
    urgency(a, soon) - urgency(b, soon) ||
    (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '') ||
    (a.step.plannedAt ?? '').localeCompare(b.step.plannedAt ?? '') ||
    Number(b.goal.inFocus) - Number(a.goal.inFocus) ||
    a.goal.position - b.goal.position ||
    a.step.position - b.step.position

/** Of each goal the first step in line, and whatever is planned soon. */
const candidates = (goals: readonly Goal[], soon: CalendarDay, mine: Mine): NextStep[] =>
  goals.flatMap(goal =>
    remainingSteps(goal)
      .filter(mine)
      .map(step => ({ goal, step }))
      .filter((next, index) => index === 0 || urgency(next, soon) === 0),
  )

const first = (goals: readonly Goal[], today: CalendarDay, mine: Mine): NextStep | undefined => {
  const soon = addDays(today, SOON_DAYS)
  return candidates(goals, soon, mine).sort(byMoment(soon))[0]
}

/** The one next step of the participant, or undefined when there is none to take. */
export const nextStep = (plan: { readonly goals: readonly Goal[] }, today: CalendarDay): NextStep | undefined =>
  first(plan.goals, today, forParticipant)

/** What the coach promised to do next in this plan. */
export const nextCoachStep = (plan: { readonly goals: readonly Goal[] }, today: CalendarDay): NextStep | undefined =>
  first(plan.goals, today, forCoach)

/** The day has passed and nobody said how it went. */
export const isOverdue = (step: Step, today: CalendarDay): boolean =>
  step.state !== 'done' && step.state !== 'didNotWork' && step.plannedOn !== undefined && step.plannedOn < today
