import { accept, type Decision, refuse } from '#kernel'
import type { Payment } from './allowance.ts'
import type { AgreementState } from './agreement.ts'
import type { GoalState } from './goal.ts'
import type { PlacementState } from './placement.ts'
import type { StepState } from './step.ts'
import type { WorkPlacement } from './work-placement.ts'

/** What may be done now: the one table behind guards, buttons and tests. */
export const ACTIONS = {
  wish: {
    kept: ['amend', 'archive', 'makeGoal'],
    archived: ['restore'],
  },
  goal: {
    open: ['amend', 'focus', 'move', 'addStep', 'findOffer', 'noteUnmetWish', 'reach', 'archive'],
    reached: ['reopen'],
    archived: ['reopen'],
  },
  step: {
    open: ['amend', 'move', 'answer', 'split', 'remove', 'giveRecognition'],
    done: ['undoAnswer', 'giveRecognition'],
    notYet: ['amend', 'move', 'answer', 'undoAnswer', 'addSmallerStep', 'split', 'giveRecognition'],
    didNotWork: ['undoAnswer', 'addSmallerStep', 'split', 'giveRecognition'],
  },
  agreement: {
    open: ['amend', 'close', 'mark'],
    kept: ['reopen', 'mark'],
    notKept: ['reopen', 'mark'],
    withdrawn: ['reopen'],
  },
  reciprocity: {
    kept: ['amend', 'archive'],
    archived: ['restore'],
  },
  recognitionOption: {
    kept: ['amend', 'archive'],
    archived: ['restore'],
  },
  placement: {
    placed: ['end', 'cancel'],
    waiting: ['takePlace', 'cancel'],
    ended: ['undo'],
    cancelled: ['undo'],
  },
  payment: {
    paid: ['amend', 'withdraw'],
    withdrawn: ['restore'],
  },
  workPlacement: {
    agreed: ['amend', 'extend', 'handle', 'end', 'cancel'],
    ended: ['undo'],
    cancelled: ['undo'],
  },
} as const satisfies {
  readonly wish: Readonly<Record<'kept' | 'archived', readonly string[]>>
  readonly goal: Readonly<Record<GoalState, readonly string[]>>
  readonly step: Readonly<Record<StepState, readonly string[]>>
  readonly agreement: Readonly<Record<AgreementState, readonly string[]>>
  readonly reciprocity: Readonly<Record<'kept' | 'archived', readonly string[]>>
  readonly recognitionOption: Readonly<Record<'kept' | 'archived', readonly string[]>>
  readonly placement: Readonly<Record<PlacementState, readonly string[]>>
  readonly payment: Readonly<Record<Payment['state'], readonly string[]>>
  readonly workPlacement: Readonly<Record<WorkPlacement['state'], readonly string[]>>
}

type Noun = keyof typeof ACTIONS
type StateOf<N extends Noun> = keyof (typeof ACTIONS)[N] & string
export type ActionOn<N extends Noun> = {
  [S in StateOf<N>]: (typeof ACTIONS)[N][S] extends readonly (infer A extends string)[] ? A : never
}[StateOf<N>]

/** May this be done to a goal, step… in this state? */
export const canDo = <N extends Noun>(noun: N, state: StateOf<N>, action: ActionOn<N>): boolean => {
  const allowed: readonly unknown[] = ACTIONS[noun][state] as unknown as readonly unknown[]
  return allowed.includes(action)
}

/** The same as a refusal that says in which state it is. */
export const mustBeAble = <N extends Noun>(
  noun: N,
  state: StateOf<N>,
  action: ActionOn<N>,
): Decision<undefined, 'notPossibleNow'> =>
  canDo(noun, state, action)
    ? accept(undefined)
    : refuse('notPossibleNow', undefined, { state, reason: `${noun}.${state}.${action}` })
