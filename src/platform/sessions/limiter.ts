import type { Clock } from '../clock.ts'

/** Counts per key in a fixed window, in this process: enough to make guessing hopeless, forgotten at a restart. */
export interface Limiter {
  /** Are there `most` within the window already? */
  readonly isFull: (key: string) => boolean
  readonly count: (key: string) => void
  readonly forget: (key: string) => void
}

const MOST_KEYS = 50_000

export const createLimiter = ({
  most,
  windowMs,
  clock,
}: {
  readonly most: number
  readonly windowMs: number
  readonly clock: Clock
}): Limiter => {
  const counts = new Map<string, { n: number; readonly until: number }>()
  const current = (key: string) => {
    const found = counts.get(key)
    if (found !== undefined && found.until > clock.now().getTime()) return found
    counts.delete(key)
    return undefined
  }
  const sweep = (): void => {
    const now = clock.now().getTime()
    for (const [key, { until }] of counts) if (until <= now) counts.delete(key)
    if (counts.size >= MOST_KEYS) counts.clear()
  }
  return {
    isFull: key => (current(key)?.n ?? 0) >= most,
    count: key => {
      if (counts.size >= MOST_KEYS) sweep()
      const found = current(key)
      if (found === undefined) counts.set(key, { n: 1, until: clock.now().getTime() + windowMs })
      else found.n += 1
    },
    forget: key => void counts.delete(key),
  }
}
