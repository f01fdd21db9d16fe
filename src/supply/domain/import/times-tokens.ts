import type { DayPart } from '#kernel'
import type { NumberRange, Weekday } from '../offer-times.ts'
import { numberWord } from './parse-numbers.ts'

/** One piece of a text about days and times. */
export type TimeToken =
  | { readonly kind: 'days'; readonly days: readonly Weekday[] }
  | { readonly kind: 'everyDay' }
  | { readonly kind: 'clock'; readonly from: string; readonly to: string }
  | { readonly kind: 'from'; readonly from: string }
  | { readonly kind: 'part'; readonly part: DayPart }
  | { readonly kind: 'somePart' }
  | { readonly kind: 'weekly' }
  | { readonly kind: 'everyNWeeks'; readonly weeks: number }
  | { readonly kind: 'monthly'; readonly nth?: number }
  | { readonly kind: 'flexible' }
  | { readonly kind: 'start' }
  | { readonly kind: 'hoursPerWeek' | 'daysPerWeek'; readonly range: NumberRange }
  | { readonly kind: 'sessions' | 'weeks' | 'months'; readonly count: number }
  | { readonly kind: 'unknown'; readonly text: string }

const DAY_WORDS: readonly (readonly [Weekday, readonly string[]])[] = [
  [1, ['ma', 'maandag', 'mon', 'monday']],
  [2, ['di', 'dinsdag', 'tue', 'tuesday']],
  [3, ['wo', 'woensdag', 'wed', 'wednesday']],
  [4, ['do', 'donderdag', 'thu', 'thursday']],
  [5, ['vr', 'vrijdag', 'fri', 'friday']],
  [6, ['za', 'zaterdag', 'sat', 'saturday']],
  [7, ['zo', 'zondag', 'sun', 'sunday']],
]
const dayByWord = new Map(DAY_WORDS.flatMap(([day, words]) => words.map(word => [word, day] as const)))
const DAY = `(?:${[...dayByWord.keys()].toSorted((a, b) => b.length - a.length).join('|')})`
const PART = '(?:ochtend|morgen|voormiddag|middag|namiddag|avond|morning|afternoon|evening)'
const NUMBER = '(\\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)'
const WEEK = '(?:p\\/w|p\\.w\\.|p\\/wk|per week|in de week|a week|weekly)'
const HOUR = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:uur|u|h)?'
const NTH: Readonly<Record<string, number>> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  vijfde: 5,
  laatste: -1,
  first: 1,
  second: 2,
  third: 3,
  last: -1,
}

const dayOf = (word = ''): Weekday => dayByWord.get(word.replace(/s$/, '')) ?? dayByWord.get(word) ?? 1
const count = (text = ''): number => (/^\d+$/.test(text) ? Number(text) : (numberWord(text) ?? 0))

const dayRange = (first: Weekday, last: Weekday): readonly Weekday[] => {
  const all = [1, 2, 3, 4, 5, 6, 7] as const
  return first <= last ? all.filter(day => day >= first && day <= last) : all.filter(day => day >= first || day <= last)
}

const partOf = (word = ''): DayPart => {
  if (/avond|evening/.test(word)) return 'evening'
  return /^(middag|namiddag|afternoon)/.test(word) ? 'afternoon' : 'morning'
}

/** `HH:MM`, or undefined when there is no such time on the clock. */
const clock = (hour = '', minute = '00'): string | undefined => {
  const h = hour === '24' && minute === '00' ? 0 : Number(hour)
  return h < 24 && Number(minute) < 60 ? `${String(h).padStart(2, '0')}:${minute}` : undefined
}

type Reader = (match: readonly (string | undefined)[]) => TimeToken | undefined
const rule = (pattern: string, read: Reader): readonly [RegExp, Reader] => [new RegExp(`${pattern}(?![\\p{L}\\d])`, 'iuy'), read]
const range = (low?: string, high?: string): NumberRange => ({ min: Number(low), max: Number(high ?? low) })

/** In this order: what says more comes first. A rule that gives undefined did not apply after all. */
const RULES: readonly (readonly [RegExp, Reader])[] = [
  rule('(?:in overleg|op afspraak|flexibel|wisselend|variabel|naar wens|by arrangement|flexible|by appointment)', () => ({
    kind: 'flexible',
  })),
  rule(`(\\d{1,2})(?:\\s*-\\s*(\\d{1,2}))?\\s*(?:uur|u|uren|hours)\\s*${WEEK}`, ([, low, high]) => ({
    kind: 'hoursPerWeek',
    range: range(low, high),
  })),
  rule(`(\\d)(?:\\s*-\\s*(\\d))?\\s*(?:dagen|dag|days)(?:\\s*${WEEK})?`, ([, low, high]) => ({
    kind: 'daysPerWeek',
    range: range(low, high),
  })),
  rule(`(?:1\\s*(?:x|keer)|een keer|eens)\\s*${WEEK}|wekelijks|iedere week|elke week|weekly`, () => ({ kind: 'weekly' })),
  rule('(?:om de week|om de andere week|tweewekelijks|(?:on)?even weken|(?:1\\s*x|eens) per 2 weken|biweekly)', () => ({
    kind: 'everyNWeeks',
    weeks: 2,
  })),
  rule(`(?:om de|elke|iedere|(?:1\\s*x|eens) per|every) ${NUMBER} (?:weken|weeks)`, ([, n]) =>
    count(n) >= 2 && count(n) <= 26 ? { kind: 'everyNWeeks', weeks: count(n) } : undefined,
  ),
  rule('(?:maandelijks|(?:1\\s*x|eens|één keer) per maand|elke maand|iedere maand|monthly)', () => ({ kind: 'monthly' })),
  rule('(?:v\\/d|van de|vd|van elke|van iedere|of the|of every) (?:maand|month)', () => ({ kind: 'monthly' })),
  rule(
    `(?:elke |iedere |de )?(?:([1-5])\\s*(?:e|ste|de|st|nd|rd|th)|(${Object.keys(NTH).join('|')}))(?=\\s+${DAY}s?(?!\\p{L}))`,
    ([, digit, word]) => ({
      kind: 'monthly',
      nth: digit ? Number(digit) : (NTH[(word ?? '').toLowerCase()] ?? 1),
    }),
  ),
  rule('(?:elke dag|iedere dag|alle dagen|dagelijks|7 dagen per week|every day|daily)', () => ({ kind: 'everyDay' })),
  rule('(?:werkdagen|door de week|doordeweeks|weekdays)', () => ({ kind: 'days', days: dayRange(1, 5) })),
  rule('(?:in het )?weekend(?:en|s)?', () => ({ kind: 'days', days: dayRange(6, 7) })),
  rule(`(${DAY})s?\\s*(?:t\\/m|tot en met|tot|-|–|to)\\s*(${DAY})s?`, ([, first, last]) => ({
    kind: 'days',
    days: dayRange(dayOf(first?.toLowerCase()), dayOf(last?.toLowerCase())),
  })),
  [
    new RegExp(`(${DAY})(?=s?(?![\\p{L}])|${PART})s?(?!\\p{L})|(${DAY})(?=${PART})`, 'iuy'),
    ([, day, joined]) => ({
      kind: 'days',
      days: [dayOf((day ?? joined)?.toLowerCase())],
    }),
  ],
  rule(`(?:'s |s )?(${PART})(?:s|en)?`, ([, word]) => ({ kind: 'part', part: partOf(word?.toLowerCase()) })),
  rule('(?:dagdelen|dagdeel)', () => ({ kind: 'somePart' })),
  rule('start(?:t|en|datum)?', () => ({ kind: 'start' })),
  rule(`${NUMBER}\\s*(?:x|keer|bijeenkomsten|lessen|sessies|sessions|times)`, ([, n]) => ({ kind: 'sessions', count: count(n) })),
  rule(`${NUMBER}\\s*(?:wkn|wk|weken|weeks)`, ([, n]) => ({ kind: 'weeks', count: count(n) })),
  rule(`${NUMBER}\\s*(?:mnd|maanden|months)`, ([, n]) => ({ kind: 'months', count: count(n) })),
  rule(`(?:van |tussen )?${HOUR}\\s*(?:-|–|—|tot|t\\/m|en|to)\\s*${HOUR}`, ([, h1, m1, h2, m2]) => {
    const [from, to] = [clock(h1, m1), clock(h2, m2)]
    return from && to && from !== to ? { kind: 'clock', from, to } : undefined
  }),
  rule('(?:vanaf |om |from )?(\\d{1,2})(?:[:.](\\d{2})\\s*(?:uur|u|h)?|\\s*(?:uur|u|h))', ([, h, m]) => {
    const from = clock(h, m)
    return from ? { kind: 'from', from } : undefined
  }),
]

const SPACE = /[\s,;+/()&.:]+|(?:en|and|op|om|van|de|het|on|the|at|ong\.?|ongeveer|max\.?|circa|ca\.?)(?![\p{L}\d])/iuy
const WORD = /[\p{L}\d]+|[^\p{L}\d\s]/uy

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const ruleAt = (text: string, at: number): { token: TimeToken; length: number } | undefined => {
  for (const [pattern, read] of RULES) {
    const match = matchAt(pattern, text, at)
    const token = match ? read(match) : undefined
    if (match && token) return { token, length: match[0].length }
  }
  return undefined
}

/** Cuts a text about days and times into pieces, in order. What is not recognised comes out as `unknown`. */
export const timeTokens = (text: string): readonly TimeToken[] => {
  const tokens: TimeToken[] = []
  let at = 0
  while (at < text.length) {
    const found = ruleAt(text, at)
    if (found) {
      tokens.push(found.token)
      at += found.length
      continue
    }
    const space = matchAt(SPACE, text, at)
    const word = space ? null : matchAt(WORD, text, at)
    if (word) tokens.push({ kind: 'unknown', text: word[0] })
    at += Math.max(1, (space ?? word)?.[0].length ?? 1)
  }
  return tokens
}
