import type { CalendarDay, ParticipantId, WheelArea } from '#kernel'
import type { Goal } from './goal.ts'
import { isOverdue, nextCoachStep, nextStep, remainingSteps } from './next-step.ts'
import type { Step } from './step.ts'

/** Where one person stands, in a line of a list. */
export interface PlanLine {
  readonly participantId: ParticipantId
  /** The participant's next step. */
  readonly next: Step | undefined
  /** What the coach promised to do next. */
  readonly coachNext: Step | undefined
  /** Whose day has passed without an answer. */
  readonly overdue: readonly Step[]
  readonly openGoals: number
  readonly goalsByArea: Readonly<Partial<Record<WheelArea, number>>>
  readonly remaining: number
  readonly stepsDone: number
  readonly stepsTotal: number
  /** The newest answer to a step: who has been silent since? */
  readonly lastAnswer: Exclude<Step, { readonly state: 'open' }> | undefined
}

const isAnswered = (step: Step): step is NonNullable<PlanLine['lastAnswer']> => step.state !== 'open'

export const planLine = (participantId: ParticipantId, goals: readonly Goal[], today: CalendarDay): PlanLine => {
  const open = goals.filter(goal => goal.state === 'open')
  const remaining = open.flatMap(remainingSteps)
  const answered = goals.flatMap(goal => goal.steps).filter(isAnswered)
  const goalsByArea: Partial<Record<WheelArea, number>> = {}
  for (const goal of open) goalsByArea[goal.area] = (goalsByArea[goal.area] ?? 0) + 1
  return {
    participantId,
    next: nextStep({ goals }, today)?.step,
    coachNext: nextCoachStep({ goals }, today)?.step,
    overdue: remaining.filter(step => isOverdue(step, today)),
    openGoals: open.length,
    goalsByArea,
    remaining: remaining.length,
    stepsDone: open.flatMap(goal => goal.steps).filter(step => step.state === 'done').length,
    stepsTotal: open.flatMap(goal => goal.steps).length,
    lastAnswer: answered.sort((a, b) => a.answeredAt.localeCompare(b.answeredAt)).at(-1),
  }
}
