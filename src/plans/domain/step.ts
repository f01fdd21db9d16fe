import { z } from 'zod'
import { CalendarDay, GoalId, Language, lineText, MembershipId, StepId } from '#kernel'
import { DayAsSaid } from './day.ts'
import { Recognition, RecognitionFields } from './recognition.ts'

export const STEP_ACTORS = ['participant', 'coach', 'together', 'other'] as const
/** Whose step it is. */
export const StepActor = z.enum(STEP_ACTORS)
export type StepActor = z.infer<typeof StepActor>

export const ANSWERS = ['done', 'notYet', 'didNotWork'] as const
export const StepAnswer = z.enum(ANSWERS)
export type StepAnswer = z.infer<typeof StepAnswer>

/** `HH:MM`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const base = z.object({
  id: StepId,
  goalId: GoalId,
  title: z.string(),
  language: Language,
  who: StepActor,
  /** The name or role when `who` is `other`. */
  whoName: z.string().optional(),
  plannedOn: CalendarDay.optional(),
  plannedAt: ClockTime.optional(),
  place: z.string().optional(),
  /** What is needed to take it, and from whom. */
  helpWhat: z.string().optional(),
  helpFrom: z.string().optional(),
  recognition: Recognition,
  /** The step that was too big. */
  smallerThan: StepId.optional(),
  position: z.int(),
  version: z.int().positive(),
})
const answered = { answeredAt: z.iso.datetime(), answeredBy: MembershipId, ownWords: z.string().optional() }

export const OpenStep = base.extend({ state: z.literal('open') })
export type OpenStep = Readonly<z.infer<typeof OpenStep>>

/** Small, dated, somebody's. */
export const Step = z.discriminatedUnion('state', [
  OpenStep,
  base.extend({ state: z.literal('done'), ...answered }),
  base.extend({ state: z.literal('notYet'), ...answered }),
  base.extend({ state: z.literal('didNotWork'), ...answered }),
])
export type Step = Readonly<z.infer<typeof Step>>
export type StepState = Step['state']

/** What people agree about a step. */
export const StepFields = z.object({
  title: lineText(200),
  language: Language.default('nl'),
  who: StepActor.default('participant'),
  whoName: lineText(100).optional(),
  plannedOn: CalendarDay.optional(),
  /** The day as people say it; goes before `plannedOn`. */
  plannedOnAsSaid: DayAsSaid.optional(),
  plannedAt: ClockTime.optional(),
  place: lineText(200).optional(),
  helpWhat: lineText(300).optional(),
  helpFrom: lineText(100).optional(),
  ...RecognitionFields.shape,
})
export type StepFields = Readonly<z.infer<typeof StepFields>>
