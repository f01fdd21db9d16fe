import { WHEEL_AREAS, type GoalId, type WheelArea } from '#kernel'
import type { Goal, GoalRecord } from './goal.ts'
import type { Step } from './step.ts'

const MS = 1

/** What of a goal tells whether it has the attention. */
export type GoalToFocus = Pick<GoalRecord, 'id' | 'area' | 'state' | 'focusedAt' | 'position'>

const openIn = <G extends GoalToFocus>(goals: readonly G[], area: WheelArea): readonly G[] =>
  goals.filter(goal => goal.area === area && goal.state === 'open')

/** The later focused goes first; among goals that never were, the order that the person gave them. */
const byFocus = (a: GoalToFocus, b: GoalToFocus): number =>
  (b.focusedAt ?? '').localeCompare(a.focusedAt ?? '') || a.position - b.position || a.id.localeCompare(b.id)

/** The one goal of an area that has the attention; the others wait. Undefined only when no goal is open there. */
export const focusIn = <G extends GoalToFocus>(goals: readonly G[], area: WheelArea): G | undefined =>
  openIn(goals, area).toSorted(byFocus)[0]

/** One goal for each area in which goals are open. */
export const idsInFocus = (goals: readonly GoalToFocus[]): ReadonlySet<GoalId> =>
  new Set(WHEEL_AREAS.flatMap(area => focusIn(goals, area)?.id ?? []))

/** When this goal gets the attention: later than any other of its area, also when two happen in the same instant. */
export const focusMoment = (goals: readonly GoalRecord[], area: WheelArea, now: Date): Date => {
  const latest = Math.max(0, ...openIn(goals, area).map(goal => Date.parse(goal.focusedAt ?? '1970-01-01T00:00:00Z')))
  return new Date(Math.max(now.getTime(), latest + MS))
}

/** Goals as a plan shows them: with their steps, and whether they have the attention. */
export const withSteps = (goals: readonly GoalRecord[], stepsOf: (id: GoalId) => readonly Step[]): readonly Goal[] => {
  const focused = idsInFocus(goals)
  return goals.map(goal => ({ ...goal, steps: stepsOf(goal.id), inFocus: focused.has(goal.id) }))
}
