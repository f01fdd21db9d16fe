import { foldText } from '#kernel'
import { z } from 'zod'
import { splitCompound } from './compounds.ts'
import { byLength, correctSpelling } from './spelling.ts'
import { stemDutch } from './stem.ts'

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/**
 * A synonym list. `words` of a concept mean about the same (several words = an expression, matched as a whole);
 * `near` names concepts that somebody with this wish may like too; `weak` concepts (learning) are said so often that they
 * count for little and are never a reason. `parts` are words that only help to take compounds
 * apart; `stopWords` say nothing about an activity. A municipality may load a file of this shape beside the shipped one.
 */
export const LexiconFile = z.strictObject({
  language: z.literal('nl'),
  stopWords: z.array(z.string().min(1).max(60)).max(2_000).default([]),
  parts: z.array(z.string().min(3).max(60)).max(2_000).default([]),
  concepts: z
    .array(
      z.strictObject({
        id,
        words: z.array(z.string().min(1).max(80)).max(500),
        near: z.array(id).max(50).default([]),
        weak: z.boolean().default(false),
      }),
    )
    .max(2_000)
    .default([]),
})
export type LexiconFile = z.infer<typeof LexiconFile>

export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}
export interface WordAnalysis {
  readonly stem: string
  readonly isStopWord: boolean
  /** Known to the lexicon, as a word or as a compound of known words: no spelling correction needed. */
  readonly isKnown: boolean
  /** Concepts that the word itself names. */
  readonly concepts: readonly string[]
  /** What the word is found by: its stem, its concepts and those of its parts. */
  readonly terms: readonly WeightedTerm[]
}
export interface Expression {
  readonly stems: readonly string[]
  readonly concepts: readonly string[]
}
export interface Lexicon {
  readonly analyse: (word: string) => WordAnalysis
  readonly near: (concept: string) => readonly string[]
  /** Expressions that begin with this stem. */
  readonly expressions: (firstStem: string) => readonly Expression[]
  /** The word of the list that was meant by a misspelt one. Names in the supply are left out: they attract wrong guesses. */
  readonly correct: (word: string) => string | undefined
}

export const stemTerm = (stem: string): string => `=${stem}`
export const conceptTerm = (concept: string): string => `#${concept}`

/** Terms below this weight are a guess: they help the ranking and are never given as a reason. */
export const SURE_WEIGHT = 0.45

const CONCEPT_WEIGHT = 0.9
const PART_WEIGHT = 0.6
const WEAK_WEIGHT = 0.3
/** A verb stands in a compound without its ending (schilderclub); shorter stems are too often a chance piece of a word. */
const SHORTEST_STEM_PART = 4
/** Longer runs of letters are no words. */
const LONGEST_WORD = 40

interface Tables {
  readonly stopWords: Set<string>
  readonly stems: Map<string, string[]>
  readonly words: Set<string>
  readonly generic: Set<string>
  readonly near: Map<string, Set<string>>
  readonly weak: Set<string>
  readonly expressions: Map<string, Expression[]>
}

const addTo = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

const readFiles = (files: readonly LexiconFile[]): Tables => {
  const tables: Tables = {
    stopWords: new Set(),
    stems: new Map(),
    words: new Set(),
    generic: new Set(),
    near: new Map(),
    weak: new Set(),
    expressions: new Map(),
  }
  for (const file of files) {
    for (const word of file.stopWords) tables.stopWords.add(foldText(word))
    for (const word of file.parts) tables.generic.add(foldText(word))
    for (const concept of file.concepts) {
      tables.near.set(concept.id, new Set([...(tables.near.get(concept.id) ?? []), ...concept.near]))
      if (concept.weak) tables.weak.add(concept.id)
      for (const word of concept.words) addWord(tables, concept.id, foldText(word))
    }
  }
  return tables
}

const addWord = (tables: Tables, concept: string, folded: string): void => {
  if (folded === '') return
  const stems = folded.split(' ').map(stemDutch)
  const [first = ''] = stems
  if (stems.length === 1) {
    tables.words.add(folded)
    addTo(tables.stems, first, concept)
  } else addTo(tables.expressions, first, { stems, concepts: [concept] })
}

/** Verb forms that the stemmer leaves: "loopt" → loop, "gewandeld" → wandel. Used only when the result is a known word. */
const verbForms = (word: string): readonly string[] => {
  const forms: string[] = []
  if (/[^aeiou]t$/.test(word)) forms.push(stemDutch(word.slice(0, -1)))
  const participle = /^ge(.{3,}?)[td]$/.exec(word)?.[1]
  if (participle !== undefined) forms.push(stemDutch(participle), stemDutch(`${participle}en`))
  return forms
}

/** Puts the shipped list and those of the municipality together; concepts with the same id are joined. */
export const buildLexicon = (files: readonly LexiconFile[]): Lexicon => {
  const tables = readFiles(files)
  const isKnownStem = (part: string): boolean => part.length >= SHORTEST_STEM_PART && tables.stems.has(part)
  const isPart = (part: string): boolean =>
    (tables.words.has(part) || tables.generic.has(part) || isKnownStem(part)) && !tables.stopWords.has(part)
  const vocabulary = byLength(tables.words)
  const seen = new Map<string, WordAnalysis>()

  const stemOf = (word: string): string => {
    const stem = stemDutch(word)
    if (tables.stems.has(stem)) return stem
    return verbForms(word).find(form => tables.stems.has(form)) ?? stem
  }

  const analyseNew = (word: string): WordAnalysis => {
    const stem = stemOf(word)
    if (tables.stopWords.has(word)) return { stem, isStopWord: true, isKnown: true, concepts: [], terms: [] }
    const concepts = tables.stems.get(stem) ?? []
    const parts = concepts.length > 0 || word.length > LONGEST_WORD ? [] : (splitCompound(word, isPart) ?? [])
    const strength = concepts.length > 0 && concepts.every(concept => tables.weak.has(concept)) ? WEAK_WEIGHT : 1
    const weights = new Map([
      [stemTerm(stem), strength],
      ...concepts.map((concept): [string, number] => [
        conceptTerm(concept),
        tables.weak.has(concept) ? WEAK_WEIGHT : CONCEPT_WEIGHT,
      ]),
    ])
    for (const part of parts) {
      if (tables.generic.has(part)) continue
      const partStem = stemOf(part)
      for (const term of [stemTerm(partStem), ...(tables.stems.get(partStem) ?? []).map(conceptTerm)])
        if (!weights.has(term) && !tables.weak.has(term.slice(1))) weights.set(term, PART_WEIGHT)
    }
    return {
      stem,
      isStopWord: false,
      isKnown: concepts.length > 0 || parts.length > 0,
      concepts,
      terms: [...weights].map(([term, weight]) => ({ term, weight })),
    }
  }

  const analyse = (word: string): WordAnalysis => {
    const known = seen.get(word)
    if (known !== undefined) return known
    const analysis = analyseNew(word)
    if (seen.size < MOST_REMEMBERED) seen.set(word, analysis)
    return analysis
  }

  return {
    analyse,
    near: concept => [...(tables.near.get(concept) ?? [])],
    expressions: firstStem => tables.expressions.get(firstStem) ?? [],
    correct: word => (word.length > LONGEST_WORD ? undefined : correctSpelling(word, vocabulary)),
  }
}

/** The memory of analysed words is bounded, whatever texts come by. */
const MOST_REMEMBERED = 50_000
