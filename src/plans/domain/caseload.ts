import type { CalendarDay, ParticipantId, WheelArea } from '#kernel'
import { type GoalToFocus, idsInFocus } from './focus.ts'
import { nextStepsInTime, type StepInLine } from './next-step.ts'
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

/** All that a line says of a plan, whatever the day: what is kept of it beside goals and steps. */
export interface KeptLine extends Omit<PlanLine, 'participantId' | 'next' | 'lastAnswer'> {
  readonly lastAnswer?: LineAnswer
  /** The participant's next step, from when this day is soon. */
  readonly next: readonly { readonly whenSoon: CalendarDay | ''; readonly step: LineStep }[]
}

export const keptLine = (open: readonly LineGoal[], lastAnswer: LineAnswer | undefined): KeptLine => {
  const focused = idsInFocus(open)
  const goals = open.map(goal => ({ ...goal, inFocus: focused.has(goal.id) }))
  const goalsByArea: Partial<Record<WheelArea, number>> = {}
  for (const { area } of open) goalsByArea[area] = (goalsByArea[area] ?? 0) + 1
  const steps = open.flatMap(goal => goal.steps)
  return {
    next: nextStepsInTime(goals),
    goalsByArea,
    stepsDone: steps.filter(step => step.state === 'done').length,
    stepsTotal: steps.length,
    ...(lastAnswer === undefined ? {} : { lastAnswer }),
  }
}

/** Of somebody without a plan. */
export const EMPTY_LINE = keptLine([], undefined)

/** The line of this day; `soon` is what `soonFrom` says of it. */
export const lineOn = (participantId: ParticipantId, kept: KeptLine, soon: CalendarDay): PlanLine => ({
  participantId,
  next: kept.next.findLast(({ whenSoon }) => whenSoon <= soon)?.step,
  goalsByArea: kept.goalsByArea,
  stepsDone: kept.stepsDone,
  stepsTotal: kept.stepsTotal,
  lastAnswer: kept.lastAnswer,
})
