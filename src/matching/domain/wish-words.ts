import { conceptTerm, SURE_WEIGHT, type WeightedTerm } from './lexicon.ts'
import type { MatchWish } from './match-wish.ts'
import type { Postings, PreparedOffers } from './prepare-offers.ts'
import { expressionsIn, tokensOf, type Token } from './tokens.ts'

export type WordSource = 'goal' | 'wish' | 'strength'

/** One thing a person said that may be found in an offer. */
export interface WishWord {
  readonly source: WordSource
  /** The clause around it, exactly as said. */
  readonly quote: string
  readonly weight: number
  readonly terms: readonly WeightedTerm[]
}

const SOURCE_WEIGHT: Record<WordSource, number> = { wish: 1, goal: 0.9, strength: 0.7 }
const NEAR_WEIGHT = 0.3
const CORRECTED_WEIGHT = 0.8
const INSIDE_WEIGHT = 0.3
const LONGEST_QUOTE = 90
/** Of one text: a wish that runs on for pages must not hold up the page. */
const MOST_WORDS_READ = 300
/** The evidence at which the word score reaches 1 - 1/e. */
const MUCH_EVIDENCE = 0.9

/** The part of the sentence around a word, between commas and full stops; a long one is cut at whole words. */
const clauseAround = (text: string, start: number, end: number): string => {
  const stop = /[,.;:!?\n]/
  let from = start
  let to = end
  while (from > 0 && !stop.test(text[from - 1] ?? '')) from -= 1
  while (to < text.length && !stop.test(text[to] ?? '')) to += 1
  if (to - from > LONGEST_QUOTE) {
    const near = text.lastIndexOf(' ', Math.max(from, start - LONGEST_QUOTE / 3))
    from = Math.max(from, near < 0 ? from : near)
    const cut = text.lastIndexOf(' ', from + LONGEST_QUOTE)
    to = Math.min(to, Math.max(end, cut))
  }
  return text.slice(from, to).trim()
}

const withNear = (
  terms: readonly WeightedTerm[],
  concepts: readonly string[],
  prepared: PreparedOffers,
): readonly WeightedTerm[] => {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  for (const concept of concepts)
    for (const near of prepared.lexicon.near(concept)) {
      const term = conceptTerm(near)
      if (!weights.has(term)) weights.set(term, NEAR_WEIGHT)
    }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

const termsOfToken = (token: Token, prepared: PreparedOffers): readonly WeightedTerm[] => {
  const { analysis } = token
  if (analysis.isStopWord) return []
  if (analysis.isKnown || prepared.knownStems.has(analysis.stem)) return withNear(analysis.terms, analysis.concepts, prepared)
  const corrected = prepared.lexicon.correct(token.folded)
  if (corrected === undefined) return analysis.terms
  const meant = prepared.lexicon.analyse(corrected)
  return withNear(meant.terms, meant.concepts, prepared).map(({ term, weight }) => ({ term, weight: weight * CORRECTED_WEIGHT }))
}

const wordsOfText = (text: string, source: WordSource, prepared: PreparedOffers): readonly WishWord[] => {
  const tokens = tokensOf(text, prepared.lexicon).slice(0, MOST_WORDS_READ)
  const weight = SOURCE_WEIGHT[source]
  const word = (start: number, end: number, terms: readonly WeightedTerm[]): WishWord => ({
    source,
    quote: clauseAround(text, start, end),
    weight,
    terms,
  })
  const expressions = expressionsIn(tokens, prepared.lexicon)
  const within = (token: Token): boolean => expressions.some(({ start, end }) => token.start >= start && token.end <= end)
  return [
    ...expressions.map(found => word(found.start, found.end, withNear(found.terms, found.concepts, prepared))),
    ...tokens.map(token =>
      word(token.start, token.end, within(token) ? weaker(termsOfToken(token, prepared)) : termsOfToken(token, prepared)),
    ),
  ].filter(found => found.terms.length > 0)
}

/** Inside an expression a word seldom has its own meaning: who sleeps outside does not ask for a sleep course. */
const weaker = (terms: readonly WeightedTerm[]): readonly WeightedTerm[] =>
  terms.map(({ term, weight }) => ({ term, weight: weight * INSIDE_WEIGHT }))

/** Saying the same thing twice is one wish: of words with the same main meaning only the weightiest counts. */
const meaningOf = ({ terms }: WishWord): string => terms.find(({ term }) => term.startsWith('#'))?.term ?? terms[0]?.term ?? ''

export const wishWords = (wish: MatchWish, prepared: PreparedOffers): readonly WishWord[] => {
  const all = [
    ...wish.wishTexts.flatMap(text => wordsOfText(text, 'wish', prepared)),
    ...wordsOfText(wish.goalTitle, 'goal', prepared),
    ...wish.strengthTexts.flatMap(text => wordsOfText(text, 'strength', prepared)),
  ]
  const byMeaning = new Map<string, WishWord>()
  for (const word of all) {
    const meaning = meaningOf(word)
    const known = byMeaning.get(meaning)
    if (known === undefined || word.weight * (word.terms[0]?.weight ?? 0) > known.weight * (known.terms[0]?.weight ?? 0))
      byMeaning.set(meaning, word)
  }
  return [...byMeaning.values()]
}

/** What the person surely speaks of. */
export const sureTerms = (words: readonly WishWord[]): ReadonlySet<string> =>
  new Set(
    words
      .flatMap(({ terms }) => terms)
      .filter(({ weight }) => weight >= SURE_WEIGHT)
      .map(({ term }) => term),
  )

/** Rare terms say more than those that half the supply has: 1 for a term of one offer, towards 0 for one of all. */
const rarity = (postings: Postings, total: number): number => Math.log(1 + total / postings.offers.length) / Math.log(1 + total)

/** Per offer, in the order of `prepared.offers`: how well its words fit what the person said, 0 to 1. */
export const wordScores = (words: readonly WishWord[], prepared: PreparedOffers): Float64Array => {
  const total = prepared.offers.length
  const sums = new Float64Array(total)
  const best = new Float64Array(total)
  for (const word of words) {
    const touched: number[] = []
    for (const { term, weight } of word.terms) {
      const postings = prepared.terms.get(term)
      if (postings === undefined) continue
      const strength = word.weight * weight * rarity(postings, total)
      postings.offers.forEach((offer, i) => {
        const score = strength * (postings.weights[i] ?? 0)
        const known = best[offer] ?? 0
        if (known === 0) touched.push(offer)
        if (score > known) best[offer] = score
      })
    }
    for (const offer of touched) {
      sums[offer] = (sums[offer] ?? 0) + (best[offer] ?? 0)
      best[offer] = 0
    }
  }
  return sums.map(sum => 1 - Math.exp(-sum / MUCH_EVIDENCE))
}

export interface WordsFound {
  readonly source: WordSource
  readonly theirWords: string
  readonly offerWords: readonly string[]
}

const indexOfOffer = (postings: Postings, offer: number): number => {
  let low = 0
  let high = postings.offers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = postings.offers[middle] ?? 0
    if (at === offer) return middle
    if (at < offer) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const sureWords = (word: WishWord, offer: number, prepared: PreparedOffers): readonly { word: string; score: number }[] =>
  word.terms.flatMap(({ term, weight }) => {
    const postings = weight < SURE_WEIGHT ? undefined : prepared.terms.get(term)
    const at = postings === undefined ? -1 : indexOfOffer(postings, offer)
    if (postings === undefined || at < 0) return []
    return [
      {
        word: postings.words[at] ?? '',
        score: word.weight * weight * (postings.weights[at] ?? 0) * rarity(postings, prepared.offers.length),
      },
    ]
  })

/** What the person said and the words of the offer it was found in, best first, one entry per clause. */
export const wordsFound = (
  words: readonly WishWord[],
  offer: number,
  prepared: PreparedOffers,
  most: number,
): readonly WordsFound[] => {
  const clauses = new Map<string, { source: WordSource; theirWords: string; found: { word: string; score: number }[] }>()
  for (const word of words) {
    const [best] = [...sureWords(word, offer, prepared)].sort((a, b) => b.score - a.score)
    if (best === undefined) continue
    const key = `${word.source} ${word.quote}`
    const clause = clauses.get(key)
    if (clause === undefined) clauses.set(key, { source: word.source, theirWords: word.quote, found: [best] })
    else clause.found.push(best)
  }
  const sum = (clause: { found: readonly { score: number }[] }): number =>
    clause.found.reduce((total, { score }) => total + score, 0)
  return [...clauses.values()]
    .sort((a, b) => sum(b) - sum(a))
    .slice(0, most)
    .map(({ source, theirWords, found }) => ({
      source,
      theirWords,
      offerWords: distinct(found.sort((a, b) => b.score - a.score).map(({ word }) => word)).slice(0, 3),
    }))
}

const distinct = (words: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return words.filter(word => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
}
