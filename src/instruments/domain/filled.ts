import { z } from 'zod'
import { accept, CalendarDay, type Decision, FilledId, freeText, Language, MembershipId, refuse, type Role } from '#kernel'
import { InstrumentKey, InstrumentKind, ItemKey, View } from './questionnaire.ts'

export const FILLED_STATES = ['draft', 'finished', 'discarded'] as const
export const FilledState = z.enum(FILLED_STATES)
export type FilledState = z.infer<typeof FilledState>

/** By question or dimension; what was skipped is not there. */
export const Answers = z.record(ItemKey, z.int().min(0).max(100))
export type Answers = Readonly<z.infer<typeof Answers>>

/** Own words, as said: never translated or corrected. */
export const Said = z.record(ItemKey, z.object({ words: freeText(2_000, 1), language: Language }))
export type Said = Readonly<z.infer<typeof Said>>

/** What one view holds: the answers, what somebody wants to talk about, and what was said. */
export const Filling = z.object({ answers: Answers, marks: z.array(ItemKey).readonly(), said: Said })
export type Filling = Readonly<z.infer<typeof Filling>>

export const FilledInstrument = Filling.extend({
  id: FilledId,
  /** Views of the same occasion share it. */
  occasionId: z.uuid(),
  key: InstrumentKey,
  /** The version of the questionnaire that was on the screen. */
  instrumentVersion: z.int().positive(),
  kind: InstrumentKind,
  view: View,
  state: FilledState,
  startedAt: z.date(),
  startedBy: MembershipId,
  finishedOn: CalendarDay.optional(),
  version: z.int().positive(),
})
export type FilledInstrument = Readonly<z.infer<typeof FilledInstrument>>

/** What may be done now: the one table behind guards, buttons and tests. */
export const FILLED_ACTIONS = {
  draft: ['save', 'finish', 'renew', 'discard'],
  finished: ['amend', 'discard'],
  discarded: ['restore'],
} as const satisfies Readonly<Record<FilledState, readonly string[]>>
export type FilledAction = (typeof FILLED_ACTIONS)[FilledState][number]

export const canDoFilled = (state: FilledState, action: FilledAction): boolean => {
  const allowed: readonly FilledAction[] = FILLED_ACTIONS[state]
  return allowed.includes(action)
}

/** Everybody speaks for oneself: a coach never changes the person's view, nor the other way round; together is of both. */
export const speaksFor = (role: Role | 'system', view: View): boolean =>
  view === 'together' || (role === 'participant') === (view === 'participant')

/** A draft is of whoever writes it; what is finished is there for both. */
export const isShownTo = (role: Role | 'system', { state, view }: Pick<FilledInstrument, 'state' | 'view'>): boolean =>
  state === 'finished' || speaksFor(role, view)

export const mustBeAbleTo = (
  role: Role | 'system',
  { state, view }: Pick<FilledInstrument, 'state' | 'view'>,
  action: FilledAction,
): Decision<undefined, 'notPossibleNow'> => {
  if (!speaksFor(role, view)) return refuse('notPossibleNow', undefined, { state, reason: 'viewOfOther' })
  return canDoFilled(state, action)
    ? accept(undefined)
    : refuse('notPossibleNow', undefined, { state, reason: `filled.${state}.${action}` })
}
