import { createHash } from 'node:crypto'
import type { Dossier } from './dossier.ts'
import type { Suggestion } from './get-suggestion.ts'

/** How long a ranking stands for the same dossier: free places and offers may change meanwhile. */
const KEPT_MS = 30_000
const MOST_KEPT = 1_000

interface Kept {
  readonly suggestion: Suggestion | undefined
  readonly until: number
}

/**
 * The last suggestions of this process. Ranking the whole supply again each time that a note brings a coach back to the same
 * dossier costs more than all the rest of the page. Kept for one reader, and for exactly what that reader was shown: another
 * step, place, address or share is another key. The gate and the access line come with the dossier, which is always read.
 */
export const createKeptSuggestions = (now: () => number = Date.now) => {
  const kept = new Map<string, Kept>()
  return {
    key: (reader: string, today: string, { participantId, callName, birthDate, contact, plan, placements }: Dossier): string =>
      createHash('sha256')
        .update(
          JSON.stringify([reader, today, participantId, callName, birthDate, contact ?? null, plan ?? null, placements ?? null]),
        )
        .digest('base64url'),
    find: (key: string): Kept | undefined => {
      const found = kept.get(key)
      return found === undefined || found.until < now() ? undefined : found
    },
    keep: (key: string, suggestion: Suggestion | undefined): void => {
      kept.delete(key)
      kept.set(key, { suggestion, until: now() + KEPT_MS })
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    },
  }
}
