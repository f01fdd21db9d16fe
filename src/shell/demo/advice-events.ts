import { z } from 'zod'
import { Language } from '#kernel'
import { Day, day, Words } from './day.ts'

const Outcome = z.enum(['selfWorth', 'selfReliance', 'independence', 'counting'])

/** What happens around the advice at the end. */
export const ADVICE_EVENTS = [
  z.object({
    ...day,
    do: z.literal('advise'),
    direction: z.enum(['onward', 'stayActive', 'extension', 'end']),
    because: Words,
    growth: z.string().optional(),
    extend: Day.optional(),
    to: z.string().optional(),
    readsUntil: Day.optional(),
    staysAt: z.string().optional(),
    endReason: z.string().optional(),
    /** Which outcomes a goal touched, by its title. */
    outcomes: z.record(z.string(), z.array(Outcome)).default({}),
    /** false: it stays a draft. */
    send: z.boolean().default(true),
  }),
  z.object({
    ...day,
    do: z.literal('thinks'),
    words: Words,
    language: Language.default('nl'),
    by: z.enum(['self', 'coach']).default('coach'),
  }),
  z.object({ ...day, do: z.literal('amendAdvice'), because: Words, words: Words }),
  z.object({ ...day, do: z.literal('withdrawAdvice'), words: Words }),
  z.object({ ...day, do: z.literal('decide'), decision: z.enum(['agreed', 'otherwise']), words: z.string().default('') }),
  z.object({ ...day, do: z.literal('carryOn'), by: z.string() }),
] as const
