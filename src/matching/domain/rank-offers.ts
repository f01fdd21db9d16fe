import { failedLimits, takeInHand, type LimitName, type WishInHand } from './limits.ts'
import type { MatchWish } from './match-wish.ts'
import { hintsFor, isNearMiss, MOST_FAILURES, type Hint } from './near-miss.ts'
import type { PreparedOffers } from './prepare-offers.ts'
import { reasonsFor, type Reason } from './reasons.ts'
import { groupsOf, isAboutWish, isWorthTheEffort, scoreOf, softFit, type PersonGroups, type SoftFit } from './soft-fit.ts'
import { sureTerms, wishWords, wordScores, wordsFound, type WishWord } from './wish-words.ts'

export interface Match {
  readonly offerId: string
  /** 0 to 1, for ordering only: it has no meaning for people and is not to be shown. */
  readonly score: number
  readonly fit: SoftFit
  readonly reasons: readonly Reason[]
}
export interface NearMiss {
  readonly offerId: string
  readonly score: number
  readonly failed: readonly LimitName[]
  /** What would make it fit: one for each failed limit. */
  readonly hints: readonly Hint[]
  readonly reasons: readonly Reason[]
}
export interface Ranking {
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  /** Nothing fits: the wish is to be kept as an unmet wish. */
  readonly nothing: boolean
}
export interface RankOptions {
  /** The most matches. */
  readonly limit: number
  /** The most near misses; 5 when absent. */
  readonly nearLimit?: number
}

interface Candidate {
  readonly index: number
  readonly score: number
  readonly fit: SoftFit
  readonly failed: readonly LimitName[]
}

const NEAR_LIMIT = 5
const MOST_QUOTES = 2

/** Best first; equal scores keep the order of name and id, so the outcome never depends on the order of the input. */
const bestFirst = (a: Candidate, b: Candidate): number => b.score - a.score || a.index - b.index

const gather = (inHand: WishInHand, person: PersonGroups, words: Float64Array, prepared: PreparedOffers) => {
  const fitting: Candidate[] = []
  const near: Candidate[] = []
  prepared.offers.forEach((offer, index) => {
    const found = words[index] ?? 0
    if (!isAboutWish(offer.offer, found, inHand.wish)) return
    const failed = failedLimits(offer, inHand, isWorthTheEffort(found) ? MOST_FAILURES : 0)
    if (failed === undefined || (failed.length > 0 && !isNearMiss(failed))) return
    const fit = softFit(offer, found, inHand, person)
    const candidate = { index, score: scoreOf(fit), fit, failed }
    if (failed.length === 0) fitting.push(candidate)
    else near.push(candidate)
  })
  return { fitting: fitting.sort(bestFirst), near: near.sort(bestFirst) }
}

/**
 * Ranks the supply for one wish: every match meets every hard limit as far as known, best fit first, each with
 * reasons that are true of it. Pure: the same wish and supply always give the same answer.
 */
export const rankOffers = (wish: MatchWish, prepared: PreparedOffers, options: RankOptions): Ranking => {
  const inHand = takeInHand(wish)
  const groups = groupsOf(inHand)
  const words: readonly WishWord[] = wishWords(wish, prepared)
  const { fitting, near } = gather(inHand, { groups, terms: sureTerms(words) }, wordScores(words, prepared), prepared)

  const reasons = (index: number): readonly Reason[] => {
    const offer = prepared.offers[index]
    return offer === undefined ? [] : reasonsFor(offer, inHand, groups, wordsFound(words, index, prepared, MOST_QUOTES))
  }
  const idOf = (index: number): string => prepared.offers[index]?.offer.id ?? ''

  const nearMisses: NearMiss[] = []
  for (const { index, score, failed } of near) {
    if (nearMisses.length >= (options.nearLimit ?? NEAR_LIMIT)) break
    const offer = prepared.offers[index]
    const hints = offer === undefined ? undefined : hintsFor(failed, offer.offer, inHand)
    if (hints === undefined) continue
    const told = reasons(index)
    if (told.some(({ code }) => code === 'wordsMatch'))
      nearMisses.push({ offerId: idOf(index), score, failed, hints, reasons: told })
  }
  return {
    matches: fitting
      .slice(0, options.limit)
      .map(({ index, score, fit }) => ({ offerId: idOf(index), score, fit, reasons: reasons(index) })),
    nearMisses,
    nothing: fitting.length === 0,
  }
}
