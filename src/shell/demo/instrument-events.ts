import { z } from 'zod'
import { Language } from '#kernel'
import { day, Words } from './day.ts'

/** What is filled in for the conversation. */
export const INSTRUMENT_EVENTS = [
  z.object({
    ...day,
    do: z.literal('fill'),
    /** The questionnaire: `web`, `ladder`… */
    of: z.string(),
    /** Whose view; the person's own needs a sign-in. */
    view: z.enum(['participant', 'coach', 'together']),
    /** A name, so that another view can be put beside it. */
    key: z.string().optional(),
    beside: z.string().optional(),
    answers: z.record(z.string(), z.int()),
    marks: z.array(z.string()).default([]),
    said: z.record(z.string(), z.object({ words: Words, language: Language.default('nl') })).default({}),
    /** Left half-way. */
    draft: z.boolean().default(false),
  }),
] as const
