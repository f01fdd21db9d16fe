import { z } from 'zod'
import { Language } from '#kernel'
import { Day, day, Time, Words } from './day.ts'

/** What happens around reviews. */
export const REVIEW_EVENTS = [
  z.object({ ...day, do: z.literal('review'), on: Day, at: Time.optional(), place: z.string().optional() }),
  z.object({
    ...day,
    do: z.literal('reviewed'),
    goesOn: z.string().optional(),
    changes: z.string().optional(),
    next: Day.optional(),
  }),
  z.object({ ...day, do: z.literal('wait'), until: Day, words: Words }),
  z.object({
    ...day,
    do: z.literal('saysBefore'),
    words: Words,
    language: Language.default('nl'),
    by: z.enum(['self', 'coach']).default('coach'),
  }),
  z.object({ ...day, do: z.literal('showsWeb') }),
] as const
