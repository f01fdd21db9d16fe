import { JARGON } from './jargon.ts'

/** What could be said in an easier way. Gentle: nothing is ever refused because of it. */
export type PlainHint =
  | { readonly kind: 'longSentence'; readonly count: number }
  | { readonly kind: 'longWord'; readonly word: string }
  | { readonly kind: 'passive'; readonly word: string }
  | { readonly kind: 'jargon'; readonly word: string; readonly instead: string }

const MOST_WORDS = 15
const LONG_WORD = 18
/** Long, and known to everybody. */
const FAMILIAR = new Set([
  'boodschappenlijst',
  'boodschappenlijstje',
  'verjaardagsfeest',
  'sollicitatiebrief',
  'identiteitskaart',
])

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+|\n+/)
const wordsOf = (sentence: string): readonly string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
const bare = (word: string): string => word.replaceAll(/[.'’]+$/g, '')

/** A name is written with a capital inside a sentence; a word with hyphens is read in parts. */
const isLong = (word: string, index: number): boolean =>
  !(index > 0 && /^\p{Lu}/u.test(word)) &&
  !FAMILIAR.has(word.toLowerCase()) &&
  word.split('-').some(part => part.length >= LONG_WORD)

const BECOMES = new Set(['wordt', 'worden', 'word', 'werd', 'werden'])
const SPLIT = '(?:aan|achter|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)'
const PARTICIPLE = new RegExp(`^(?:${SPLIT}?ge\\p{L}{2,}|${SPLIT}?(?:be|ver|ont|her)\\p{L}{3,})(?:d|t|en)$`, 'u')
/** Look like participles and are none, or say how somebody is. */
const NO_PARTICIPLE =
  /^(?:ge(?:zond|duld|luid|bied|dicht|recht|wicht|zicht|zin|zinnen|zichten|duldig|rust|laten|heim|leden|noten|wend|tuigen|sprekken|dachten|zellen|bruiken|voelens?|leerden)|be(?:kend|neden|leid|richt|richten|wijs|staan|ter|grip)|ver(?:liefd|kouden|der|schil|schillen|halen|trouwd|moeid|legen|band|stand)|ont(?:bijt|bijten|moeten)|her(?:fst|innering))$/u
const NEAR = 8

/** "Wordt … gedaan": somebody does it, but who? */
const passiveIn = (words: readonly string[]): string | undefined => {
  const lower = words.map(word => bare(word).toLowerCase())
  const at = lower.findIndex(word => BECOMES.has(word))
  if (at < 0) return undefined
  return lower
    .slice(Math.max(0, at - 2), at + NEAR)
    .find(word => PARTICIPLE.test(word) && !NO_PARTICIPLE.test(word) && !BECOMES.has(word))
}

const jargonIn = (words: readonly string[]): readonly PlainHint[] =>
  words.flatMap((word, index) => {
    // A name of a law or an office is what it is called.
    if (index > 0 && /^\p{Lu}\p{Ll}/u.test(word)) return []
    const instead = JARGON.get(word.toLowerCase()) ?? JARGON.get(bare(word).toLowerCase())
    return instead === undefined ? [] : [{ kind: 'jargon', word: bare(word), instead } as const]
  })

/** Hints for a sentence in Dutch, the most useful first; none when it is plain. */
export const plainHints = (text: string): readonly PlainHint[] => {
  const hints = sentencesOf(text).flatMap((sentence): readonly PlainHint[] => {
    const words = wordsOf(sentence)
    const jargon = jargonIn(words)
    const known = new Set(jargon.map(hint => ('word' in hint ? hint.word : '')))
    const passive = passiveIn(words)
    return [
      ...jargon,
      ...words
        .map(bare)
        .filter((word, index) => isLong(word, index) && !known.has(word))
        .map(word => ({ kind: 'longWord', word }) as const),
      ...(passive === undefined ? [] : [{ kind: 'passive', word: passive } as const]),
      ...(words.length > MOST_WORDS ? [{ kind: 'longSentence', count: words.length } as const] : []),
    ]
  })
  return hints.filter((hint, index) => hints.findIndex(other => JSON.stringify(other) === JSON.stringify(hint)) === index)
}
