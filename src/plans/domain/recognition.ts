import { z } from 'zod'
import { accept, CalendarDay, type Decision, freeText, GoalId, MembershipId, RecognitionOptionId, refuse, StepId } from '#kernel'

export const RECOGNITION_KINDS = ['compliment', 'certificate', 'outing', 'voucher', 'card', 'other', 'none'] as const
/** How a step is appreciated; chosen by the person. */
export const RecognitionKind = z.enum(RECOGNITION_KINDS)
export type RecognitionKind = z.infer<typeof RecognitionKind>

export const COUNTS_AS = ['nothing', 'gift', 'premium'] as const
/** How a value counts beside a benefit: as nothing, as a gift or as a premium. */
export const CountsAs = z.enum(COUNTS_AS)
export type CountsAs = z.infer<typeof CountsAs>

export const RecognitionWords = freeText(500)
const MOST_CENTS = 1_000_000
export const Cents = z.int().min(1).max(MOST_CENTS)

/** What was agreed for taking a step: given when it is taken, whether it works or not. */
export const Recognition = z.object({
  kind: RecognitionKind,
  words: z.string(),
  /** The line of the municipality's list that it came from. */
  optionId: RecognitionOptionId.optional(),
  /** As it was when it was agreed. */
  valueCents: z.int().optional(),
  countsAs: CountsAs.optional(),
})
export type Recognition = Readonly<z.infer<typeof Recognition>>

/** Agreed from the municipality's list, or in own words. */
export const RecognitionFields = z.object({
  recognitionKind: RecognitionKind.default('compliment'),
  recognitionWords: RecognitionWords.default(''),
  recognitionOptionId: RecognitionOptionId.optional(),
  recognitionCents: Cents.optional(),
})
export type RecognitionFields = Readonly<z.infer<typeof RecognitionFields>>

/** A line of the municipality's list. */
export const RecognitionOption = z.object({
  id: RecognitionOptionId,
  kind: RecognitionKind.exclude(['none']),
  words: z.string(),
  valueCents: z.int().optional(),
  countsAs: CountsAs,
  archived: z.boolean(),
  version: z.int().positive(),
})
export type RecognitionOption = Readonly<z.infer<typeof RecognitionOption>>

/** Said, not given in the hand. */
const isWordsOnly = (kind: RecognitionKind): boolean => kind === 'compliment' || kind === 'none'

/**
 * A premium is for the municipality to grant (Participatiewet article 31, paragraph 2 under j, and article 7, paragraph 4): nobody
 * chooses or promises one for a step. What was granted is given and handed out like the rest.
 */
export const isChoosable = ({ archived, countsAs }: Pick<RecognitionOption, 'archived' | 'countsAs'>): boolean =>
  !archived && countsAs !== 'premium'

/** What is agreed: the line of the list as it is now, or own words. A line that was put away is kept by who had it. */
export const agreedRecognition = (
  fields: RecognitionFields,
  options: readonly RecognitionOption[],
  before?: Recognition,
): Decision<Recognition, 'invalidInput'> => givenRecognition(fields, options.filter(isChoosable), before)

/** What is given, apart from what was agreed: also what the municipality granted. */
export const givenRecognition = (
  fields: RecognitionFields,
  options: readonly RecognitionOption[],
  before?: Recognition,
): Decision<Recognition, 'invalidInput'> => {
  const { recognitionKind: kind, recognitionWords: words, recognitionOptionId: optionId, recognitionCents: valueCents } = fields
  if (optionId === undefined) {
    const valued = valueCents === undefined || isWordsOnly(kind) ? {} : { valueCents, countsAs: 'gift' as const }
    return accept({ kind, words, ...valued })
  }
  if (before?.optionId === optionId) return accept({ ...before, words: words === '' ? before.words : words })
  const option = options.find(each => each.id === optionId && !each.archived)
  if (option === undefined) return refuse('invalidInput', 'recognitionOptionId', { reason: 'unknown' })
  return accept({
    kind: option.kind,
    words: words === '' ? option.words : words,
    optionId,
    countsAs: option.countsAs,
    ...(option.valueCents === undefined ? {} : { valueCents: option.valueCents }),
  })
}

/** The person's own choice: something else is said in words, and a value is never chosen. */
export const chosenRecognition = (
  fields: Omit<RecognitionFields, 'recognitionCents'>,
  options: readonly RecognitionOption[],
  before: Recognition | undefined,
): Decision<Recognition, 'invalidInput'> =>
  fields.recognitionOptionId === undefined && fields.recognitionKind === 'other' && fields.recognitionWords === ''
    ? refuse('invalidInput', 'recognitionWords', { reason: 'required' })
    : agreedRecognition(fields, options, before)

/** Given for a step or goal; with `handedOn` the thing itself changed hands. */
export const RecognitionGiven = z.object({
  id: z.uuid(),
  stepId: StepId.optional(),
  goalId: GoalId.optional(),
  kind: RecognitionKind,
  words: z.string(),
  valueCents: z.int().optional(),
  countsAs: CountsAs,
  givenAt: z.iso.datetime(),
  givenBy: MembershipId,
  seenAt: z.iso.datetime().optional(),
  handedOn: CalendarDay.optional(),
  handedBy: MembershipId.optional(),
  version: z.int().positive(),
})
export type RecognitionGiven = Readonly<z.infer<typeof RecognitionGiven>>

/** A card, voucher, outing… that was given and is yet to change hands. */
export const isToHandOut = (given: RecognitionGiven): boolean => given.handedOn === undefined && !isWordsOnly(given.kind)
export const isHandedOut = (given: Pick<RecognitionGiven, 'handedOn'>): boolean => given.handedOn !== undefined
