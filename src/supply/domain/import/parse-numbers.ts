import { note, reading, type Reading } from './findings.ts'

const WORDS = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'] as const
const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const

/** The number that a Dutch or English word means, 0 … 12. */
export const numberWord = (word: string): number | undefined => {
  const folded = word.trim().toLowerCase().replace('één', 'een')
  const found = [WORDS, ENGLISH].map(words => words.findIndex(known => known === folded)).find(index => index >= 0)
  return found
}

/** Texts by which people mean "nothing filled in". */
export const isBlank = (text: string): boolean =>
  /^[\s\-–—.?/]*$/.test(text) || /^(n\.?\s?v\.?\s?t\.?|onbekend|unknown)$/i.test(text.trim())

/** A number of places or people. What is not a whole number from 0 up stays unknown. */
export const parseCount = (text: string): Reading<number | undefined> => {
  const trimmed = text.trim()
  if (isBlank(trimmed)) return reading(undefined)
  if (/^\d{1,6}$/.test(trimmed) && Number(trimmed) <= 100_000) return reading(Number(trimmed))
  if (/^-\s?\d+$/.test(trimmed)) return reading(undefined, note('doubtful', 'count.negative'))
  const word = numberWord(trimmed)
  if (word !== undefined) return reading(word, note('repaired', 'count.word', String(word)))
  const around =
    /^(?:max\.?|maximaal|ca\.?|circa|ongeveer|±|~)?\s*(\d{1,5})\s*(?:personen|pers\.?|deelnemers|plaatsen|plekken|people|places)?$/i.exec(
      trimmed,
    )
  if (around?.[1]) return reading(Number(around[1]), note('repaired', 'count.aroundText', around[1]))
  return reading(undefined, note('doubtful', 'count.unreadable'))
}
