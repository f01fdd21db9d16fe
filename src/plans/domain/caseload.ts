import type { CalendarDay, ParticipantId, WheelArea } from '#kernel'
import { type GoalToFocus, idsInFocus } from './focus.ts'
import { nextStep, type StepInLine } from './next-step.ts'
import type { Step } from './step.ts'

/** What the line of a list needs of a step. */
export type LineStep = StepInLine & Pick<Step, 'title'>
/** What it needs of an open goal; the steps in their order. */
export interface LineGoal extends GoalToFocus {
  readonly steps: readonly LineStep[]
}
/** The newest answer to a step. */
export type LineAnswer = Pick<
  Exclude<Step, { readonly state: 'open' }>,
  'title' | 'state' | 'answeredAt' | 'answeredBy' | 'ownWords'
>

/** Where one person stands, in a line of a list. */
export interface PlanLine {
  readonly participantId: ParticipantId
  /** The participant's next step. */
  readonly next: LineStep | undefined
  readonly goalsByArea: Readonly<Partial<Record<WheelArea, number>>>
  readonly stepsDone: number
  readonly stepsTotal: number
  /** Who has been silent since? */
  readonly lastAnswer: LineAnswer | undefined
}

export const planLine = (
  participantId: ParticipantId,
  open: readonly LineGoal[],
  lastAnswer: LineAnswer | undefined,
  today: CalendarDay,
): PlanLine => {
  const focused = idsInFocus(open)
  const goals = open.map(goal => ({ ...goal, inFocus: focused.has(goal.id) }))
  const goalsByArea: Partial<Record<WheelArea, number>> = {}
  for (const { area } of open) goalsByArea[area] = (goalsByArea[area] ?? 0) + 1
  const steps = open.flatMap(goal => goal.steps)
  return {
    participantId,
    next: nextStep({ goals }, today)?.step,
    goalsByArea,
    stepsDone: steps.filter(step => step.state === 'done').length,
    stepsTotal: steps.length,
    lastAnswer,
  }
}
