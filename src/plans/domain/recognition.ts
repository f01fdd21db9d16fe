import { z } from 'zod'
import { freeText, MembershipId, StepId } from '#kernel'

export const RECOGNITION_KINDS = ['compliment', 'certificate', 'outing', 'voucher', 'card', 'other', 'none'] as const
/** How a step is appreciated; chosen by the person. */
export const RecognitionKind = z.enum(RECOGNITION_KINDS)
export type RecognitionKind = z.infer<typeof RecognitionKind>

export const RecognitionWords = freeText(500)

/** What was agreed for taking a step: given when it is taken, whether it works or not. */
export const Recognition = z.object({ kind: RecognitionKind, words: z.string() })
export type Recognition = Readonly<z.infer<typeof Recognition>>

export const RecognitionGiven = z.object({
  id: z.uuid(),
  stepId: StepId,
  kind: RecognitionKind,
  words: z.string(),
  givenAt: z.iso.datetime(),
  givenBy: MembershipId,
  seenAt: z.iso.datetime().optional(),
})
export type RecognitionGiven = Readonly<z.infer<typeof RecognitionGiven>>
