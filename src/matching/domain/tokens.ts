import { foldText } from '#kernel'
import { conceptTerm, type Lexicon, type WeightedTerm, type WordAnalysis } from './lexicon.ts'

/** A word in a text with its place, so that it can be quoted exactly as it stands there. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly analysis: WordAnalysis
}

/** An expression of the lexicon found in a text. */
export interface FoundExpression {
  readonly start: number
  readonly end: number
  readonly terms: readonly WeightedTerm[]
  readonly concepts: readonly string[]
}

const WORD = /[\p{L}\p{N}]+\+?/gu
const EXPRESSION_WEIGHT = 0.95

export const tokensOf = (text: string, lexicon: Lexicon): readonly Token[] =>
  [...text.matchAll(WORD)].map(match => {
    const folded = foldText(match[0])
    return { start: match.index, end: match.index + match[0].length, folded, analysis: lexicon.analyse(folded) }
  })

export const expressionsIn = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundExpression[] => {
  const found: FoundExpression[] = []
  tokens.forEach((token, at) => {
    for (const { stems, concepts } of lexicon.expressions(token.analysis.stem)) {
      const last = tokens[at + stems.length - 1]
      if (last === undefined || !stems.every((stem, i) => tokens[at + i]?.analysis.stem === stem)) continue
      const terms = concepts.map(concept => ({ term: conceptTerm(concept), weight: EXPRESSION_WEIGHT }))
      found.push({ start: token.start, end: last.end, terms, concepts })
    }
  })
  return found
}
