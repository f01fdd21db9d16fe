import { z } from 'zod'
import {
  accept,
  addMonths,
  CalendarDay,
  CorrectionId,
  type Decision,
  freeText,
  Language,
  MembershipId,
  ParticipantId,
  refuse,
} from '#kernel'

/** What somebody wants to be known about the own life, in own words and language; never translated or changed by others. */
export const Story = z.object({
  words: z.string(),
  language: Language,
  toldAt: z.iso.datetime(),
  version: z.int().positive(),
})
export type Story = Readonly<z.infer<typeof Story>>
export const StoryWords = freeText(20_000)

export const CORRECTION_PARTS = ['name', 'contact', 'referral', 'trajectory', 'plan', 'places', 'appointments', 'other'] as const
/** Which part of what is known is not right. */
export const CorrectionPart = z.enum(CORRECTION_PARTS)
export type CorrectionPart = z.infer<typeof CorrectionPart>

export const CORRECTION_OUTCOMES = ['changed', 'partly', 'notChanged'] as const
export const CorrectionOutcome = z.enum(CORRECTION_OUTCOMES)

const base = z.object({
  id: CorrectionId,
  about: CorrectionPart,
  words: z.string(),
  language: Language,
  askedAt: z.iso.datetime(),
  version: z.int().positive(),
})
/** Asked by the person (AVG, article 16); it waits for an answer with a reason. */
export const Correction = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('asked') }),
  base.extend({ state: z.literal('withdrawn') }),
  base.extend({
    state: z.literal('answered'),
    outcome: CorrectionOutcome,
    answer: z.string(),
    answeredAt: z.iso.datetime(),
    answeredBy: MembershipId,
  }),
])
export type Correction = Readonly<z.infer<typeof Correction>>

/** Waits for an answer: enough to find it, without what was said. */
export const OpenCorrection = z.object({
  id: CorrectionId,
  participantId: ParticipantId,
  about: CorrectionPart,
  askedOn: CalendarDay,
})
export type OpenCorrection = Readonly<z.infer<typeof OpenCorrection>>

/** A month after the question (AVG, article 12, paragraph 3). */
export const answerBy = (askedOn: CalendarDay): CalendarDay => addMonths(askedOn, 1)

/** Whoever does not change it says why; a change speaks for itself. */
export const decideAnswer = (
  correction: Correction,
  {
    outcome,
    answer,
    version,
  }: { readonly outcome: z.infer<typeof CorrectionOutcome>; readonly answer: string; readonly version: number },
): Decision<undefined> => {
  if (correction.version !== version) return refuse('versionConflict', undefined, { current: correction })
  if (correction.state !== 'asked') return refuse('notPossibleNow', undefined, { state: correction.state })
  return outcome !== 'changed' && answer === '' ? refuse('invalidInput', 'answer', { reason: 'required' }) : accept(undefined)
}

export const decideWithdrawal = (correction: Correction, version: number): Decision<undefined> => {
  if (correction.version !== version) return refuse('versionConflict', undefined, { current: correction })
  return correction.state === 'asked' ? accept(undefined) : refuse('notPossibleNow', undefined, { state: correction.state })
}
