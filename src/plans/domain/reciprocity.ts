import { z } from 'zod'
import { CalendarDay, freeText, Language, MembershipId, ReciprocityId } from '#kernel'

const MOST_HOURS = 40

/** What somebody gives back, as the person says it. Nobody has to give, and hours are there only for who wants to say them. */
export const ReciprocityFields = z.object({
  words: freeText(1_000, 1),
  language: Language.default('nl'),
  hoursPerWeek: z.number().min(0.5).max(MOST_HOURS).multipleOf(0.5).optional(),
})
export type ReciprocityFields = Readonly<z.infer<typeof ReciprocityFields>>

export const Reciprocity = z.object({
  id: ReciprocityId,
  words: z.string(),
  language: Language,
  hoursPerWeek: z.number().optional(),
  saidOn: CalendarDay,
  writtenBy: MembershipId,
  archived: z.boolean(),
  version: z.int().positive(),
})
export type Reciprocity = Readonly<z.infer<typeof Reciprocity>>
