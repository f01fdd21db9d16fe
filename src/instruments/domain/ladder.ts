import { z } from 'zod'
import type { CalendarDay, FilledId } from '#kernel'
import { LADDER_STEPS, type LadderStep, type View } from './questionnaire.ts'

/** The six rungs of the participation ladder (VNG), 1 is the lowest. */
export const Rung = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
export type Rung = z.infer<typeof Rung>
export const RUNGS = [1, 2, 3, 4, 5, 6] as const satisfies readonly Rung[]

/** `now`: where somebody stands; `nextYear`: where somebody can be in a year, the growth potential. */
export const LADDER_MOMENTS = ['now', 'nextYear'] as const
export type LadderTime = (typeof LADDER_MOMENTS)[number]

/** The name of an answer: `now.contract`. Kept as a key without a dot, so that it can be a field. */
export const ladderKey = (time: LadderTime, step: LadderStep): string => `${time}${step.charAt(0).toUpperCase()}${step.slice(1)}`

const YES = 1
type Answers = Readonly<Record<string, number>>

const said = (answers: Answers, time: LadderTime, step: LadderStep): boolean | undefined => {
  const answer = answers[ladderKey(time, step)]
  return answer === undefined ? undefined : answer === YES
}

/** After a contract only the support matters; without one the flow goes down until something is true. */
const askedAfter = (answers: Answers, time: LadderTime): readonly LadderStep[] => {
  const contract = said(answers, time, 'contract')
  if (contract === undefined) return []
  if (contract) return ['withoutSupport']
  const below: readonly LadderStep[] = ['unpaidTasks', 'organised', 'contacts']
  const yes = below.findIndex(step => said(answers, time, step) !== false)
  return yes === -1 ? below : below.slice(0, yes + 1)
}

/** The questions that belong to these answers, in order: the answered ones and the next. */
export const ladderPath = (answers: Answers, time: LadderTime): readonly LadderStep[] => [
  'contract',
  ...askedAfter(answers, time),
]

/** The rung that the answers lead to; nothing while the flow is not at its end. */
export const rungOf = (answers: Answers, time: LadderTime): Rung | undefined => {
  const contract = said(answers, time, 'contract')
  if (contract === undefined) return undefined
  if (contract) {
    const without = said(answers, time, 'withoutSupport')
    return without === undefined ? undefined : without ? 6 : 5
  }
  const below = [
    ['unpaidTasks', 4],
    ['organised', 3],
    ['contacts', 2],
  ] as const
  for (const [step, rung] of below) {
    const answer = said(answers, time, step)
    if (answer === undefined) return undefined
    if (answer) return rung
  }
  return 1
}

export const LADDER_KEYS: readonly string[] = LADDER_MOMENTS.flatMap(time => LADDER_STEPS.map(step => ladderKey(time, step)))

/** One finished ladder. */
export interface LadderMoment {
  readonly filledId: FilledId
  /** Views of the same occasion share it. */
  readonly occasionId: string
  readonly on: CalendarDay
  readonly view: View
  readonly current: Rung
  /** Where somebody can be in a year; absent when the second half was skipped. */
  readonly potential?: Rung | undefined
}

export interface LadderGrowth {
  readonly first: LadderMoment
  readonly last: LadderMoment
  /** Rungs up (positive) or down between the two. */
  readonly rungs: number
}

/**
 * Growth by the same eyes: the first and the last moment of one view. A ladder filled together goes before the coach's, and that
 * before the person's own; nothing with fewer than two moments, since a ladder says something only when it is filled twice.
 */
export const ladderGrowth = (moments: readonly LadderMoment[]): LadderGrowth | undefined => {
  for (const view of ['together', 'coach', 'participant'] as const) {
    const seen = moments.filter(moment => moment.view === view).toSorted((a, b) => a.on.localeCompare(b.on))
    const first = seen[0]
    const last = seen.at(-1)
    if (first !== undefined && last !== undefined && first !== last) return { first, last, rungs: last.current - first.current }
  }
  return undefined
}
