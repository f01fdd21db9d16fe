import { addDays, type CalendarDay } from '#kernel'
import type { Goal } from './goal.ts'
import type { Step } from './step.ts'

const SOON_DAYS = 7

/** What of a step and of its goal tells whose turn it is. */
export type StepInLine = Pick<Step, 'id' | 'who' | 'state' | 'plannedOn' | 'plannedAt' | 'smallerThan' | 'position'>
export interface GoalInLine extends Pick<Goal, 'state' | 'inFocus' | 'position'> {
  readonly steps: readonly StepInLine[]
}
type StepOf<G extends GoalInLine> = G['steps'][number]
export interface Next<G extends GoalInLine> {
  readonly goal: G
  readonly step: StepOf<G>
}
export type NextStep = Next<Goal>

/** Still to be taken: open, or "not yet" without a smaller step in its place. */
const remains = (step: StepInLine, steps: readonly StepInLine[]): boolean =>
  step.state === 'open' || (step.state === 'notYet' && !steps.some(other => other.smallerThan === step.id))

export const remainingSteps = <G extends GoalInLine>(goal: G): readonly StepOf<G>[] =>
  goal.state === 'open' ? goal.steps.filter(step => remains(step, goal.steps)) : []

type Mine = (step: StepInLine) => boolean
const forParticipant: Mine = step => step.who === 'participant' || step.who === 'together'
const forCoach: Mine = step => step.who === 'coach' || step.who === 'together'

/** The day to go by: a smaller step without a day of its own comes in the place of the step that was too large. */
const dayOf = ({ goal, step }: Next<GoalInLine>): CalendarDay | undefined =>
  step.plannedOn ?? goal.steps.find(other => other.id === step.smallerThan)?.plannedOn

/** 0: planned before or within a week; 1: next in line without a day; 2: planned later. */
const urgency = (next: Next<GoalInLine>, soon: CalendarDay): 0 | 1 | 2 => {
  const day = dayOf(next)
  if (day === undefined) return 1
  return day <= soon ? 0 : 2
}

const byMoment =
  (soon: CalendarDay) =>
  (a: Next<GoalInLine>, b: Next<GoalInLine>): number =>
    urgency(a, soon) - urgency(b, soon) ||
    (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '') ||
    (a.step.plannedAt ?? '').localeCompare(b.step.plannedAt ?? '') ||
    Number(b.goal.inFocus) - Number(a.goal.inFocus) ||
    a.goal.position - b.goal.position ||
    a.step.position - b.step.position

/** Of each goal the first step in line, and whatever is planned soon. */
const candidates = <G extends GoalInLine>(goals: readonly G[], soon: CalendarDay, mine: Mine): Next<G>[] =>
  goals.flatMap(goal =>
    remainingSteps(goal)
      .filter(mine)
      .map(step => ({ goal, step }))
      .filter((next, index) => index === 0 || urgency(next, soon) === 0),
  )

const first = <G extends GoalInLine>(goals: readonly G[], soon: CalendarDay, mine: Mine): Next<G> | undefined =>
  candidates(goals, soon, mine).sort(byMoment(soon))[0]

/** What is planned until this day goes before the rest. */
export const soonFrom = (today: CalendarDay): CalendarDay => addDays(today, SOON_DAYS)

/** The one next step of the participant, or undefined when there is none to take. */
export const nextStep = <G extends GoalInLine>(plan: { readonly goals: readonly G[] }, today: CalendarDay): Next<G> | undefined =>
  first(plan.goals, soonFrom(today), forParticipant)

/** The participant's next step from now on: which it is, changes only on the day on which a planned one becomes soon. */
export const nextStepsInTime = <G extends GoalInLine>(
  goals: readonly G[],
): readonly { readonly whenSoon: CalendarDay | ''; readonly step: StepOf<G> }[] => {
  const days = goals.flatMap(goal => remainingSteps(goal).flatMap(step => dayOf({ goal, step }) ?? []))
  const turns = (['', ...new Set(days.toSorted())] as const).flatMap(whenSoon => {
    const next = first(goals, whenSoon as CalendarDay, forParticipant)
    return next === undefined ? [] : [{ whenSoon, step: next.step }]
  })
  return turns.filter(({ step }, index) => step.id !== turns[index - 1]?.step.id)
}

/** What the coach promised to do next in this plan. */
export const nextCoachStep = <G extends GoalInLine>(
  plan: { readonly goals: readonly G[] },
  today: CalendarDay,
): Next<G> | undefined => first(plan.goals, soonFrom(today), forCoach)

/** The day has passed and nobody said how it went. */
export const isOverdue = (step: Step, today: CalendarDay): boolean =>
  step.state !== 'done' && step.state !== 'didNotWork' && step.plannedOn !== undefined && step.plannedOn < today
