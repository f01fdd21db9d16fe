import { z } from 'zod'
import { Language } from '#kernel'
import { Day, day, Words } from './day.ts'

/** What happens in an intake: what was written down, support that came first, life areas that were opened. */
export const INTAKE_EVENTS = [
  z.object({
    ...day,
    do: z.literal('intake'),
    wish: z.string().default(''),
    language: Language.default('nl'),
    stability: z.record(z.string(), z.string()).default({}),
    stabilityWords: z.string().default(''),
    obstacles: z.string().default(''),
  }),
  z.object({ ...day, do: z.literal('supportFirst'), words: Words, who: z.string().default(''), again: Day }),
  z.object({ ...day, do: z.literal('openArea'), area: Words, reason: Words, until: Day }),
  z.object({ ...day, do: z.literal('areaNote'), area: Words, words: Words }),
  z.object({ ...day, do: z.literal('object'), area: Words, words: Words, language: Language.default('nl') }),
  z.object({ ...day, do: z.literal('answerObjection'), area: Words, words: Words }),
] as const
