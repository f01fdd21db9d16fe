import { z } from 'zod'
import { accept, CalendarDay, type Decision, freeText, Language, lineText, ParticipantId, refuse, TrajectoryId } from '#kernel'
import { isRunning, type Trajectory } from './trajectory.ts'

/** Enough stability to begin: plain questions that may be left unasked. Nothing is counted. */
export const STABILITY_QUESTIONS = ['rest', 'place', 'people', 'room'] as const
export type StabilityQuestion = (typeof STABILITY_QUESTIONS)[number]
export const STABILITY_ANSWERS = ['yes', 'partly', 'no'] as const
export type StabilityAnswer = (typeof STABILITY_ANSWERS)[number]

/** What is talked about in the first conversations. */
export const IntakeContent = z.object({
  /** The own wish to change, however small, in own words. */
  wish: freeText(2_000).default(''),
  wishLanguage: Language.default('nl'),
  /** What was not asked is absent. */
  stability: z.partialRecord(z.enum(STABILITY_QUESTIONS), z.enum(STABILITY_ANSWERS)).default({}),
  stabilityWords: freeText(2_000).default(''),
  /** What stands in the way of the wish; more than that belongs in a life area that was opened for it. */
  obstacles: freeText(2_000).default(''),
})
export type IntakeContent = Readonly<z.infer<typeof IntakeContent>>

export const SupportFields = z.object({
  /** Which support is offered first, in plain words. */
  support: freeText(2_000, 1),
  /** Who helps with it. */
  supportBy: lineText(200, 0).default(''),
  lookAgainOn: CalendarDay,
})
export type SupportFields = Readonly<z.infer<typeof SupportFields>>

const base = IntakeContent.extend({
  trajectoryId: TrajectoryId,
  participantId: ParticipantId,
  version: z.int().positive(),
})

/** Severe obstacles never shut the door: support first, and a day to look again. The trajectory stays. */
export const Intake = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('talking') }),
  base.extend({ state: z.literal('supportFirst'), ...SupportFields.shape }),
])
export type Intake = Readonly<z.infer<typeof Intake>>
export type IntakeState = Intake['state']

/** How it read at one moment: all of it but whose it is and its version. */
export const IntakeReading = z.discriminatedUnion('state', [
  IntakeContent.extend({ state: z.literal('talking') }),
  IntakeContent.extend({ state: z.literal('supportFirst'), ...SupportFields.shape }),
])
export type IntakeReading = Readonly<z.infer<typeof IntakeReading>>

export const NOTHING_SAID: IntakeReading = {
  state: 'talking',
  wish: '',
  wishLanguage: 'nl',
  stability: {},
  stabilityWords: '',
  obstacles: '',
}

export const readingOf = (intake: Intake): IntakeReading => IntakeReading.parse(intake)

/** The words change, where it stands does not. */
export const rewrite = (before: IntakeReading, content: IntakeContent): IntakeReading =>
  before.state === 'supportFirst'
    ? {
        ...content,
        state: 'supportFirst',
        support: before.support,
        supportBy: before.supportBy,
        lookAgainOn: before.lookAgainOn,
      }
    : { ...content, state: 'talking' }

const contentOf = (reading: IntakeReading): IntakeContent => IntakeContent.parse(reading)

/** Also says anew what was offered, or moves the day. */
export const offerSupportFirst = (
  before: IntakeReading,
  fields: SupportFields,
  { trajectory, today }: { readonly trajectory: Pick<Trajectory, 'state'>; readonly today: CalendarDay },
): Decision<IntakeReading> => {
  if (!isRunning(trajectory)) return refuse('notPossibleNow', undefined, { state: trajectory.state })
  if (fields.lookAgainOn < today) return refuse('invalidInput', 'lookAgainOn', { reason: 'inPast' })
  return accept({ ...contentOf(before), ...fields, state: 'supportFirst' })
}

/** There is room again: the conversations go on. */
export const continueIntake = (before: IntakeReading): Decision<IntakeReading> =>
  before.state === 'supportFirst'
    ? accept({ ...contentOf(before), state: 'talking' })
    : refuse('notPossibleNow', undefined, { state: before.state })

export const isLookAgainDue = (
  intake: Pick<IntakeReading, 'state'> & { readonly lookAgainOn?: CalendarDay },
  today: CalendarDay,
) => intake.state === 'supportFirst' && intake.lookAgainOn !== undefined && intake.lookAgainOn <= today
