import type { OfferLimits } from '../offer.ts'
import { note, reading, type Note, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

/** Tags of a target group: "bijstand, jongeren" → ['bijstand', 'jongeren']; ages and everyone-words are no group. */
export const targetGroupsIn = (original: string): readonly string[] => {
  if (isBlank(original)) return []
  const parts = original
    .toLowerCase()
    .split(/[,;/\n]|(?<!-)\s+(?:en|of|and|or)\s+/)
    .map(part =>
      part
        .replace(/\b\d{1,3}\s*(\+|-\s*\d{1,3}|jaar|jr)+(\s*jaar|\s*jr)?/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  return [...new Set(parts.filter(part => part.length > 1 && !/^(iedereen|alle|allen|everyone|all|vanaf|tot)$/.test(part)))]
}

type Ages = Pick<OfferLimits, 'minAge' | 'maxAge'>

const AGE_NOTATIONS: readonly (readonly [RegExp, (first: number, second: number) => Ages])[] = [
  [
    /\b(\d{1,3})\s*(?:-|–|t\/m|tot en met|to)\s*(\d{1,3})\s*(?:jaar|jr|years?)?(?=\s|$|[,;.)])/i,
    (a, b) => ({ minAge: a, maxAge: b }),
  ],
  [/\b(\d{1,3})\s*tot\s*(\d{1,3})\s*(?:jaar|jr)/i, (a, b) => ({ minAge: a, maxAge: b - 1 })],
  [/\b(\d{1,3})\s*(?:jaar\s*|jr\s*)?(?:\+|plus\b|jaar en ouder|en ouder)/i, a => ({ minAge: a })],
  [/\b(?:vanaf|from|minimaal|ouder dan)\s*(\d{1,3})\b/i, a => ({ minAge: a })],
  [/\b(?:t\/m|tot en met|maximaal)\s*(\d{1,3})\b/i, a => ({ maxAge: a })],
  [/\b(?:tot|onder(?: de)?|jonger dan|under)\s*(\d{1,3})\b/i, a => ({ maxAge: a - 1 })],
  [/\b(\d{1,3})\s*-(?=\s|$|[,;])/, a => ({ maxAge: a - 1 })],
]

const agesIn = (text: string): Ages => {
  for (const [pattern, read] of AGE_NOTATIONS) {
    const match = pattern.exec(text)
    if (match) return read(Number(match[1]), Number(match[2] ?? 0))
  }
  return {}
}

const WOMEN = /\b(vrouwen|vrouw|women|meiden|meisjes|moeders)\b/i
// A bare "men" is English here; inside a Dutch sentence it means "one".
const MEN = /\b(mannen|man|jongens|vaders)\b|(^|,)\s*men\s*(,|$)/i
const INDICATION = /\b(indicatie|beschikking|indication)\b/i
const AGE_WORDS = /\b(jongeren|jeugd|ouderen|senioren|kinderen|youth|elderly|seniors)\b/i

const shown = ({ minAge, maxAge }: Ages): string => (maxAge === undefined ? `${minAge}+` : `${minAge ?? 0}-${maxAge}`)

/** Hard limits in the words of a target group: age, sex, indication. Each is a finding, because each shuts people out. */
export const parseLimits = (text: string): Reading<OfferLimits> => {
  const notes: Note[] = []
  const ages = agesIn(text)
  const { minAge, maxAge } = ages
  const isReversed = (minAge ?? 0) > (maxAge ?? 120) || (minAge ?? 0) > 120 || (maxAge ?? 0) > 120
  const hasAge = minAge !== undefined || maxAge !== undefined
  if (isReversed) notes.push(note('doubtful', 'limits.ageReversed'))
  else if (hasAge) notes.push(note('repaired', 'limits.age', shown(ages)))
  else if (AGE_WORDS.test(text)) notes.push(note('doubtful', 'limits.ageWithoutNumber'))
  const [women, men] = [WOMEN.test(text), MEN.test(text)]
  const sex = women === men ? undefined : women ? 'f' : 'm'
  if (sex) notes.push(note('repaired', 'limits.sex', sex))
  const indication = INDICATION.test(text) && !/(geen|zonder|no)\s+(indicatie|indication)/i.test(text)
  if (indication) notes.push(note('repaired', 'limits.indication'))
  return reading(
    { ...(hasAge && !isReversed ? ages : {}), ...(sex ? { sex } : {}), ...(indication ? { indication } : {}) },
    ...notes,
  )
}
