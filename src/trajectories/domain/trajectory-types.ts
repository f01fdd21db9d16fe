import { z } from 'zod'
import { CalendarDay } from '#kernel'
import types from './trajectory-types.json' with { type: 'json' }

/** The kinds of trajectory are what the data says: another one is added there, with its phases. */
export type TrajectoryType = keyof typeof types
export const TRAJECTORY_TYPES = Object.keys(types) as [TrajectoryType, ...TrajectoryType[]]
export const TrajectoryType = z.enum(TRAJECTORY_TYPES)

/** A name that holds for a while: the law renames a kind of trajectory from one day to the next. */
const DatedLabel = z.object({
  from: CalendarDay.optional(),
  /** From then on a municipality may use it already. */
  mayFrom: CalendarDay.optional(),
  until: CalendarDay.optional(),
  nl: z.string().min(1),
  en: z.string().min(1),
  source: z.string().min(1),
})
export type DatedLabel = z.infer<typeof DatedLabel>

/** A number that a municipality may change. Without a source nobody claims it: to be checked locally. */
const Usual = z.object({ value: z.int().positive(), source: z.string().min(1).optional() })
export type Usual = z.infer<typeof Usual>

const TypeRules = z.object({
  labels: z.array(DatedLabel).min(1),
  /** Who advises at the end, and who decides. */
  advises: z.enum(['coordinator', 'networkCoach']),
  decides: z.enum(['municipality', 'participant']),
  decidesSource: z.string().min(1).optional(),
  reviewWeeks: Usual,
  longestMonths: Usual,
  /** How long it takes on average, where that was studied. */
  meanMonths: Usual.optional(),
  extensionMonths: Usual,
})
export type TypeRules = z.infer<typeof TypeRules>

const RULES = z.record(TrajectoryType, TypeRules).parse(types)
export const typeRules = (type: TrajectoryType): TypeRules => RULES[type]

const holdsOn = (label: DatedLabel, day: CalendarDay): boolean =>
  (label.from === undefined || label.from <= day) && (label.until === undefined || day <= label.until)

const mayHoldOn = ({ mayFrom }: DatedLabel, day: CalendarDay): boolean => mayFrom !== undefined && mayFrom <= day

/** What the law calls this kind of trajectory on that day; `early`: a new name as soon as it may be used. */
export const nameInLaw = (type: TrajectoryType, day: CalendarDay, early = false): DatedLabel => {
  const { labels } = RULES[type]
  const label = (early ? labels.findLast(each => mayHoldOn(each, day)) : undefined) ?? labels.find(each => holdsOn(each, day))
  if (label === undefined) throw new Error(`${type} has no name on ${day}`)
  return label
}

/** Whether there is a new name that may be used before it holds. */
export const hasEarlyName = (type: TrajectoryType): boolean => RULES[type].labels.some(label => label.mayFrom !== undefined)
