import { z } from 'zod'
import { Language } from '#kernel'
import { day, Words } from './day.ts'

/** What happens in a plan beside goals and steps: what has the attention, what is given, said of a promise, and handed out. */
export const PLAN_EVENTS = [
  z.object({ ...day, do: z.literal('focus'), goal: z.string() }),
  z.object({
    ...day,
    do: z.literal('giveBack'),
    words: Words,
    language: Language.default('nl'),
    hours: z.number().optional(),
    by: z.enum(['self', 'coach']).default('coach'),
  }),
  z.object({
    ...day,
    do: z.literal('mark'),
    /** The words of the agreement. */
    promise: Words,
    outcome: z.enum(['kept', 'notKept']),
    words: z.string().default(''),
  }),
  z.object({ ...day, do: z.literal('handOut'), step: Words }),
  /** Apart from what was agreed: a line of the municipality's list. */
  z.object({ ...day, do: z.literal('give'), step: Words, option: z.string() }),
] as const
