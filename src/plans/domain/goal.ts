import { z } from 'zod'
import { CalendarDay, freeText, GoalId, Language, lineText, WheelArea, WishId } from '#kernel'
import { DayAsSaid } from './day.ts'
import { Recognition, RecognitionFields, RecognitionKind } from './recognition.ts'
import { Step } from './step.ts'

export const ARCHIVE_REASONS = ['noSuitableActivity', 'changedMind', 'notNow', 'inAnotherWay', 'mistake', 'other'] as const
/** Why a goal leaves the wheel; `noSuitableActivity` reaches the supply side as an unmet wish. */
export const ArchiveReason = z.enum(ARCHIVE_REASONS)
export type ArchiveReason = z.infer<typeof ArchiveReason>

export const GoalFields = z.object({
  title: lineText(200),
  language: Language.default('nl'),
  area: WheelArea,
  wishId: WishId.optional(),
  until: CalendarDay.optional(),
  /** The end day as people say it ("over drie maanden"); goes before `until`. */
  untilAsSaid: DayAsSaid.optional(),
  /** For reaching it; steps have their own. */
  ...RecognitionFields.shape,
  recognitionKind: RecognitionKind.default('none'),
})
export type GoalFields = Readonly<z.infer<typeof GoalFields>>
export const ArchiveWords = freeText(1_000)

const base = z.object({
  id: GoalId,
  /** The wish that it came from. */
  wishId: WishId.optional(),
  area: WheelArea,
  title: z.string(),
  language: Language,
  until: CalendarDay.optional(),
  position: z.int(),
  /** When it last got the attention in its area. */
  focusedAt: z.iso.datetime().optional(),
  /** What was agreed for reaching it. */
  recognition: Recognition.optional(),
  version: z.int().positive(),
})

const open = base.extend({ state: z.literal('open') })
const reached = base.extend({ state: z.literal('reached'), closedOn: CalendarDay })
const archived = base.extend({
  state: z.literal('archived'),
  closedOn: CalendarDay,
  reason: ArchiveReason,
  reasonWords: z.string(),
})

/** A goal without its steps. */
export const GoalRecord = z.discriminatedUnion('state', [open, reached, archived])
export type GoalRecord = Readonly<z.infer<typeof GoalRecord>>

const steps = {
  steps: z.array(Step).readonly(),
  /** Has the attention in its area: exactly one of the open goals there. */
  inFocus: z.boolean(),
}
/** On one of the six areas, with its steps in order. */
export const Goal = z.discriminatedUnion('state', [open.extend(steps), reached.extend(steps), archived.extend(steps)])
export type Goal = Readonly<z.infer<typeof Goal>>
export type GoalState = Goal['state']
