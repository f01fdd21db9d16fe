import { z } from 'zod'
import { Day, day, Words } from './day.ts'

/** What happens around work, and what is paid for it. */
export const WORK_EVENTS = [
  z.object({
    ...day,
    do: z.literal('pay'),
    euros: z.number().positive(),
    /** Who paid, by name; or the place at which the organisation enters it itself. */
    from: z.string().optional(),
    at: z.string().optional(),
    kind: z.enum(['allowance', 'actualCosts']).default('allowance'),
    words: z.string().default(''),
  }),
  z.object({
    ...day,
    do: z.literal('work'),
    kind: z.string(),
    workplace: Words,
    tasks: z.string().default(''),
    hours: z.number().optional(),
    parts: z.array(z.string()).default([]),
    ends: Day.optional(),
  }),
  z.object({ ...day, do: z.literal('moment'), workplace: Words, moment: Words }),
] as const
