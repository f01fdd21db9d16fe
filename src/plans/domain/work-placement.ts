import { z } from 'zod'
import { CalendarDay, freeText, lineText, PlacementId, WorkPlacementId } from '#kernel'
import { OutcomeWords, PlacementOutcome } from './placement.ts'
import { WeekPart } from './practical.ts'

export const WORK_KINDS = [
  'tryOut',
  'volunteer',
  'participationPlace',
  'trialPlacement',
  'shelteredWork',
  'wageSubsidyJob',
  'wageDispensationJob',
  'jobCoaching',
  'careAndWork',
] as const
/** Under which form somebody works or tries work; some have a term in law. */
export const WorkKind = z.enum(WORK_KINDS)
export type WorkKind = z.infer<typeof WorkKind>

export const WorkFields = z.object({
  /** Employer or place, as people call it. */
  workplace: lineText(160),
  tasks: freeText(1_000).default(''),
  hoursPerWeek: z.number().positive().max(60).optional(),
  dayParts: z.array(WeekPart).max(21).default([]),
  startsOn: CalendarDay,
  /** The last day, as agreed. */
  endsOn: CalendarDay.optional(),
  /** The place at an offer that is behind it. */
  placementId: PlacementId.optional(),
  /** Why it may take longer than the term of one, together with what was there before at the same place. */
  whyLonger: freeText(500).default(''),
})
export type WorkFields = Readonly<z.infer<typeof WorkFields>>

const base = WorkFields.extend({
  id: WorkPlacementId,
  kind: WorkKind,
  extensions: z.int().min(0),
  /** Moments that were dealt with. */
  handled: z.array(z.string()),
  version: z.int().positive(),
})

export const WorkPlacement = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('agreed') }),
  base.extend({
    state: z.literal('ended'),
    endedOn: CalendarDay,
    outcome: PlacementOutcome,
    outcomeWords: OutcomeWords,
  }),
  base.extend({ state: z.literal('cancelled') }),
])
export type WorkPlacement = Readonly<z.infer<typeof WorkPlacement>>
export type AgreedWork = Extract<WorkPlacement, { readonly state: 'agreed' }>

export const isAgreed = (work: WorkPlacement): work is AgreedWork => work.state === 'agreed'

interface Span {
  readonly startsOn: CalendarDay
  readonly endsOn?: CalendarDay | undefined
}
const sharesDays = (a: Span, b: Span): boolean =>
  (b.endsOn === undefined || a.startsOn <= b.endsOn) && (a.endsOn === undefined || b.startsOn <= a.endsOn)

/** Support beside work: it happens where and when somebody works. */
const BESIDE_WORK: readonly WorkKind[] = ['jobCoaching', 'careAndWork']

export interface Overlaps {
  /** On the same part of the same weekday: nobody is in two places at once. */
  readonly clashes: readonly AgreedWork[]
  /** In the same weeks, as far as is known at other times: possible, and worth a look at both. */
  readonly beside: readonly AgreedWork[]
}

/** How a new or changed arrangement stands beside those that are there. */
export const overlapsOf = (
  work: Span & Pick<WorkFields, 'dayParts'> & { readonly kind: WorkKind },
  others: readonly AgreedWork[],
): Overlaps => {
  const together = others.filter(other => sharesDays(work, other))
  const isClash = (other: AgreedWork): boolean =>
    !BESIDE_WORK.includes(work.kind) &&
    !BESIDE_WORK.includes(other.kind) &&
    other.dayParts.some(part => work.dayParts.includes(part))
  return { clashes: together.filter(isClash), beside: together.filter(other => !isClash(other)) }
}
