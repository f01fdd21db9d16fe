import { z } from 'zod'
import {
  accept,
  addMonths,
  AdviceId,
  CalendarDay,
  type Decision,
  freeText,
  GoalId,
  lineText,
  MembershipId,
  OrganisationId,
  ParticipantId,
  refuse,
  TrajectoryId,
  WheelArea,
} from '#kernel'
import { extendTrajectory } from './decide-trajectory.ts'
import { typeRules } from './trajectory-types.ts'
import { EndReason, isRunning, type Trajectory } from './trajectory.ts'

/** Where it goes from here: on to the work company, active where somebody is now, longer, or an end. */
export const DIRECTIONS = ['onward', 'stayActive', 'extension', 'end'] as const
export const Direction = z.enum(DIRECTIONS)
export type Direction = z.infer<typeof Direction>

/** What social activation is for, in the words of the source: eigenwaarde, zelfredzaamheid, (financiële) onafhankelijkheid, meetellen. */
export const OUTCOMES = ['selfWorth', 'selfReliance', 'independence', 'counting'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** What came of one goal: words, never a score. */
export const GoalOutcome = z.object({
  goalId: GoalId,
  title: lineText(200),
  area: WheelArea,
  words: freeText(2_000).default(''),
  outcomes: z.array(Outcome).max(OUTCOMES.length).default([]),
})
export type GoalOutcome = Readonly<z.infer<typeof GoalOutcome>>

const MOST_GOALS = 60
export const AdviceContent = z.object({
  direction: Direction.optional(),
  /** How it went. */
  summary: freeText(6_000).default(''),
  /** Which growth is visible; must be said for an extension. */
  growth: freeText(4_000).default(''),
  /** Why this advice. */
  because: freeText(4_000).default(''),
  goals: z.array(GoalOutcome).max(MOST_GOALS).default([]),
  /** For an extension. */
  extendUntil: CalendarDay.optional(),
  /** For going onward: to whom, and until when whoever guided so far still reads along. */
  organisationId: OrganisationId.optional(),
  readsUntil: CalendarDay.optional(),
  /** For staying active: where. */
  staysAt: freeText(300).default(''),
  endReason: EndReason.optional(),
})
export type AdviceContent = z.infer<typeof AdviceContent>

const base = AdviceContent.extend({
  id: AdviceId,
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  writtenBy: MembershipId,
  writtenAt: z.date(),
  version: z.int().positive(),
})
const sent = { sentAt: z.date(), sentBy: MembershipId }
export const DECISIONS = ['agreed', 'otherwise'] as const
export const MunicipalDecision = z.enum(DECISIONS)

/** Of an organisation to the municipality; never a decision about rights. */
export const Advice = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('draft') }),
  base.extend({ state: z.literal('sent'), ...sent }),
  base.extend({ state: z.literal('withdrawn'), ...sent, withdrawalReason: z.string() }),
  base.extend({
    state: z.literal('decided'),
    ...sent,
    decision: MunicipalDecision,
    decisionWords: z.string(),
    decidedAt: z.date(),
    decidedBy: MembershipId,
  }),
])
export type Advice = Readonly<z.infer<typeof Advice>>
export type AdviceState = Advice['state']
export const ADVICE_STATES = ['draft', 'sent', 'withdrawn', 'decided'] as const satisfies readonly AdviceState[]

export type AdviceAction = 'save' | 'send' | 'amend' | 'withdraw' | 'undoWithdrawal' | 'decide'
/** What may be done now: the only table; guard, buttons and tests use it. */
export const ADVICE_ACTIONS: Readonly<Record<AdviceState, readonly AdviceAction[]>> = {
  draft: ['save', 'send'],
  sent: ['amend', 'withdraw', 'decide'],
  withdrawn: ['undoWithdrawal'],
  decided: [],
}

export const mayWithAdvice = (action: AdviceAction, advice: Pick<Advice, 'state'>): boolean =>
  ADVICE_ACTIONS[advice.state].includes(action)

export const assertAdvice = (action: AdviceAction, advice: Pick<Advice, 'state'>): Decision<undefined> =>
  mayWithAdvice(action, advice) ? accept(undefined) : refuse('notPossibleNow', undefined, { state: advice.state, action })

/** The furthest day of an extension: some months, at most a year, after the first planned end. */
export const lastExtension = ({ type, plannedEndOn, extendedFrom }: Trajectory): CalendarDay | undefined => {
  const from = extendedFrom ?? plannedEndOn
  return from === undefined ? undefined : addMonths(from, typeRules(type).extensionMonths.value)
}

type Field = keyof AdviceContent
/** What belongs to each direction. */
const NEEDED: Readonly<Record<NonNullable<AdviceContent['direction']>, readonly Field[]>> = {
  onward: ['organisationId', 'readsUntil'],
  stayActive: ['staysAt'],
  extension: ['growth', 'extendUntil'],
  end: ['endReason'],
}

/** Everything that is not there yet, said at once. */
const isComplete = (content: AdviceContent): Decision<undefined> => {
  const needed: readonly Field[] = content.direction === undefined ? ['direction'] : NEEDED[content.direction]
  const [first, ...more] = [...needed, 'summary' as const, 'because' as const]
    .filter(field => content[field] === undefined || content[field] === '')
    .map(field => ({ field, code: field === 'growth' ? 'growthMissing' : 'required', params: {} }))
  if (first === undefined) return accept(undefined)
  return refuse('invalidInput', first.field, { reason: first.code, errors: [first, ...more] })
}

const fitsExtension = ({ extendUntil, growth }: AdviceContent, trajectory: Trajectory): Decision<undefined> => {
  if (extendUntil === undefined) return accept(undefined)
  const extended = extendTrajectory(trajectory, { plannedEndOn: extendUntil, growth })
  if (extended.ok) return accept(undefined)
  return extended.field === 'plannedEndOn' ? { ...extended, field: 'extendUntil' } : extended
}

const fitsOnward = ({ readsUntil }: AdviceContent, today: CalendarDay): Decision<undefined> =>
  readsUntil !== undefined && readsUntil < today ? refuse('invalidInput', 'readsUntil', { reason: 'inPast' }) : accept(undefined)

/** What can be sent: a direction with what belongs to it, how it went, and why. */
export const fitToSend = (content: AdviceContent, trajectory: Trajectory, today: CalendarDay): Decision<undefined> => {
  if (!isRunning(trajectory)) return refuse('notPossibleNow', undefined, { state: trajectory.state })
  const complete = isComplete(content)
  if (!complete.ok) return complete
  if (content.direction === 'onward') return fitsOnward(content, today)
  return content.direction === 'extension' ? fitsExtension(content, trajectory) : accept(undefined)
}
