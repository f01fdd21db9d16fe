import { accept, type Decision, foldText, refuse } from '#kernel'
import type { LexiconFile } from './lexicon.ts'

const MOST_SETS = 2_000
const MOST_WORDS = 500
const LONGEST_WORD = 80

/** One line of the list: words that mean the same here, apart by comma or semicolon; a line with # is a remark. */
const wordsOf = (line: string): readonly string[] => {
  const words = line
    .split(/[,;]/)
    .map(word => word.trim())
    .filter(word => word !== '')
  return [...new Map(words.map(word => [foldText(word), word])).values()]
}

const isSet = (words: readonly string[]): boolean =>
  words.length >= 2 && words.length <= MOST_WORDS && words.every(word => word.length <= LONGEST_WORD && foldText(word) !== '')

/** The sets of words in a list, or the lines that cannot be one. */
export const readSynonymList = (text: string): Decision<readonly (readonly string[])[]> => {
  const lines = text
    .split('\n')
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ number, line }) => ({ number, words: wordsOf(line) }))
  const wrong = lines.filter(({ words }) => !isSet(words)).map(({ number }) => number)
  if (wrong.length > 0) return refuse('invalidInput', 'list', { reason: 'linesWithoutWords', lines: wrong.slice(0, 20) })
  if (lines.length > MOST_SETS) return refuse('invalidInput', 'list', { reason: 'tooLong' })
  return accept(lines.map(({ words }) => words))
}

/** The municipality's own words, in the shape of the shipped list. */
export const lexiconOfSets = (sets: readonly (readonly string[])[]): LexiconFile => ({
  language: 'nl',
  stopWords: [],
  parts: [],
  concepts: sets.map((words, index) => ({ id: `local${index}`, words: [...words], near: [], weak: false })),
})
