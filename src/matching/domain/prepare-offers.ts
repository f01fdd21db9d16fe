import { dayNumber, foldText } from '#kernel'
import { SURE_WEIGHT, type Lexicon } from './lexicon.ts'
import type { MatchOffer } from './match-offer.ts'
import { expressionsIn, tokensOf } from './tokens.ts'
import { shortestVisit } from './week.ts'

/** Where one term occurs: parallel lists in the order of `PreparedOffers.offers`. */
export interface Postings {
  readonly offers: readonly number[]
  readonly weights: readonly number[]
  /** The word as it stands in the offer. */
  readonly words: readonly string[]
}
export interface PreparedOffer {
  readonly offer: MatchOffer
  /** Folded → as written; empty = no strict limit. */
  readonly strictGroups: ReadonlyMap<string, string>
  /** Groups that the offer is meant for without being strict, folded → as written; empty = for everybody. */
  readonly softGroups: ReadonlyMap<string, string>
  /** What the words about the target group are found by. */
  readonly groupTerms: readonly string[]
  readonly shortestVisit: number | undefined
  /** Day number of the last confirmation. */
  readonly confirmedDay: number | undefined
  /** What its texts are found by. */
  readonly terms: ReadonlyMap<string, Posting>
}
/** Supply made ready for many wishes. Make a new one when the supply changes. */
export interface PreparedOffers {
  readonly offers: readonly PreparedOffer[]
  readonly terms: ReadonlyMap<string, Postings>
  readonly knownStems: ReadonlySet<string>
  readonly lexicon: Lexicon
}

const FIELD_WEIGHT = { name: 1, description: 0.75, targetGroupText: 0.5 } as const
const FOR_EVERYBODY = /\biedereen\b/

export interface Posting {
  readonly weight: number
  readonly word: string
}

/** Compares by code unit: the same everywhere, whatever the language of the machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byFolded = (groups: readonly string[]): ReadonlyMap<string, string> =>
  new Map(groups.map((group): [string, string] => [foldText(group), group.trim()]).filter(([folded]) => folded !== ''))

const softGroupsOf = (text: string | undefined): ReadonlyMap<string, string> =>
  FOR_EVERYBODY.test(foldText(text ?? '')) ? new Map() : byFolded((text ?? '').split(/[,;/\n]|\ben\b|\bof\b/))

const termsOfGroup = (text: string | undefined, lexicon: Lexicon): readonly string[] => {
  const tokens = tokensOf(text ?? '', lexicon)
  const found = [
    ...tokens.flatMap(token => token.analysis.terms),
    ...expressionsIn(tokens, lexicon).flatMap(({ terms }) => terms),
  ]
  return found.filter(({ weight }) => weight >= SURE_WEIGHT).map(({ term }) => term)
}

const prepareOffer = (offer: MatchOffer, lexicon: Lexicon): PreparedOffer => ({
  offer,
  strictGroups: byFolded(offer.targetGroupsStrict ?? []),
  softGroups: softGroupsOf(offer.targetGroupText),
  groupTerms: termsOfGroup(offer.targetGroupText, lexicon),
  shortestVisit: shortestVisit(offer),
  confirmedDay: offer.lastConfirmedOn === undefined ? undefined : dayNumber(offer.lastConfirmedOn),
  terms: termsOfOffer(offer, lexicon),
})

const termsOfOffer = (offer: MatchOffer, lexicon: Lexicon): ReadonlyMap<string, Posting> => {
  const terms = new Map<string, Posting>()
  const add = (term: string, weight: number, word: string): void => {
    const known = terms.get(term)
    if (known === undefined || weight > known.weight) terms.set(term, { weight, word })
  }
  for (const field of ['name', 'description', 'targetGroupText'] as const) {
    const text = offer[field]
    if (text === undefined) continue
    const tokens = tokensOf(text, lexicon)
    for (const token of tokens)
      for (const { term, weight } of token.analysis.terms)
        add(term, weight * FIELD_WEIGHT[field], text.slice(token.start, token.end))
    for (const found of expressionsIn(tokens, lexicon))
      for (const { term, weight } of found.terms) add(term, weight * FIELD_WEIGHT[field], text.slice(found.start, found.end))
  }
  return terms
}

/**
 * Reads every text once and makes the word index. The order of `offers` does not matter for any later result. Offers that
 * were in `before` with the same lexicon, as the same object, are not read again.
 */
export const prepareOffers = (offers: readonly MatchOffer[], lexicon: Lexicon, before?: PreparedOffers): PreparedOffers => {
  const known = new Map(before?.lexicon === lexicon ? before.offers.map(each => [each.offer, each]) : [])
  const sorted = [...offers]
    .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
    .map(offer => known.get(offer) ?? prepareOffer(offer, lexicon))
  const terms = new Map<string, { offers: number[]; weights: number[]; words: string[] }>()
  sorted.forEach((offer, index) => {
    for (const [term, { weight, word }] of offer.terms) {
      let postings = terms.get(term)
      if (postings === undefined) terms.set(term, (postings = { offers: [], weights: [], words: [] }))
      postings.offers.push(index)
      postings.weights.push(weight)
      postings.words.push(word)
    }
  })
  return {
    offers: sorted,
    terms,
    knownStems: new Set([...terms.keys()].filter(term => term.startsWith('=')).map(term => term.slice(1))),
    lexicon,
  }
}
