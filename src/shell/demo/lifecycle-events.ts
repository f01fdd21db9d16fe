import { z } from 'zod'
import { Day, day, Words } from './day.ts'

/** What happens to a trajectory as a whole, and to a referral on its way. */
export const LIFECYCLE_EVENTS = [
  z.object({ ...day, do: z.literal('phase'), to: z.string(), words: z.string().default('') }),
  z.object({ ...day, do: z.literal('pause'), reason: z.string(), words: z.string().default(''), back: Day }),
  z.object({ ...day, do: z.literal('resume') }),
  /** From then on the other member acts in this story. */
  z.object({ ...day, do: z.literal('handOver'), to: z.string(), words: Words }),
  z.object({ ...day, do: z.literal('finish'), reason: z.string(), words: z.string().default('') }),
  z.object({ ...day, do: z.literal('reroute'), to: z.string(), words: Words }),
  z.object({ ...day, do: z.literal('passOn'), to: z.string(), words: Words }),
] as const
