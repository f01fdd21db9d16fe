import { CalendarDay } from '#kernel'
import { freshness } from '../freshness.ts'
import type { LastConfirmed } from '../offer.ts'
import { note, reading, type Note, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

const MONTHS = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
] as const

const monthNumber = (word: string): string => {
  const folded = word.toLowerCase().replace(/\.$/, '')
  return String(MONTHS.findIndex(names => names.some(name => name === folded)) + 1)
}

interface Parts {
  readonly year: string
  readonly month: string
  readonly day?: string
  readonly notes: readonly Note[]
}

const twoDigitYear = (year: string): string => (year.length === 2 ? `20${year}` : year)

const NOTATIONS: readonly (readonly [RegExp, (match: readonly string[]) => Omit<Parts, 'notes'> & { readonly other?: true }])[] =
  [
    [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, ([, day = '', month = '', year = '']) => ({ year, month, day })],
    [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$/, ([, day = '', month = '', year = '']) => ({ year, month, day, other: true })],
    [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00.*)?$/, ([, year = '', month = '', day = '']) => ({ year, month, day })],
    [/^(\d{1,2})[ -]([a-z]+\.?)[ -](\d{4}|\d{2})$/i, ([, day = '', m = '', year = '']) => ({ year, month: monthNumber(m), day })],
    [/^(\d{1,2})[-/.](\d{4})$/, ([, month = '', year = '']) => ({ year, month })],
    [/^(\d{4})-(\d{1,2})$/, ([, year = '', month = '']) => ({ year, month })],
    [/^([a-z]+\.?) (\d{4})$/i, ([, m = '', year = '']) => ({ year, month: monthNumber(m) })],
  ]

const partsOf = (text: string): Parts | undefined => {
  for (const [pattern, read] of NOTATIONS) {
    const match = pattern.exec(text)
    if (!match) continue
    const { year, month, day, other } = read(match)
    const full = { year: twoDigitYear(year), month: month.padStart(2, '0') }
    if (day === undefined) return { ...full, notes: [note('repaired', 'confirmed.monthOnly', `${full.year}-${full.month}`)] }
    const iso = `${full.year}-${full.month}-${day.padStart(2, '0')}`
    return { ...full, day: day.padStart(2, '0'), notes: other ? [note('repaired', 'confirmed.otherNotation', iso)] : [] }
  }
  return undefined
}

/**
 * When an offer was last confirmed. Dutch order (day-month-year), ISO, or a month. An impossible day or one that is still
 * to come is not taken over; a day longer ago than the freshness rule allows is, with the remark that it is stale.
 */
export const parseConfirmed = (original: string, today: CalendarDay): Reading<LastConfirmed | undefined> => {
  const text = original.trim()
  if (isBlank(text)) return reading(undefined)
  const parts = partsOf(text)
  if (!parts) return reading(undefined, note('doubtful', 'confirmed.unreadable'))
  const on = CalendarDay.safeParse(`${parts.year}-${parts.month}-${parts.day ?? '01'}`)
  if (!on.success) return reading(undefined, note('doubtful', 'confirmed.impossible'))
  if (on.data > today) return reading(undefined, note('doubtful', 'confirmed.inFuture', on.data))
  const value: LastConfirmed = { on: on.data, precision: parts.day === undefined ? 'month' : 'day' }
  const stale = freshness(value, today) === 'stale' ? [note('doubtful', 'confirmed.stale', on.data)] : []
  return reading(value, ...parts.notes, ...stale)
}
