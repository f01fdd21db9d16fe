import type { DayPart } from '#kernel'
import type { Frequency, OfferTimes, Weekday, WeeklyDayPart, WeeklySlot } from '../offer-times.ts'
import { unknownTimes } from '../offer-times.ts'
import { note, reading, type Note, type Reading } from './findings.ts'
import { isBlank, numberWord } from './parse-numbers.ts'
import { timeTokens, type TimeToken } from './times-tokens.ts'

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const MAX_TEXT = 500

type Moment =
  | { readonly kind: 'slot'; readonly from: string; readonly to: string }
  | { readonly kind: 'part'; readonly part: DayPart }
interface Group {
  readonly days: Weekday[]
  readonly moments: Moment[]
}

const partAt = (time: string): DayPart => (time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening')

const momentOf = (token: TimeToken): Moment | undefined => {
  if (token.kind === 'clock') return { kind: 'slot', from: token.from, to: token.to }
  if (token.kind === 'from') return { kind: 'part', part: partAt(token.from) }
  return token.kind === 'part' ? { kind: 'part', part: token.part } : undefined
}

const daysOf = (token: TimeToken): readonly Weekday[] =>
  token.kind === 'days' ? token.days : token.kind === 'everyDay' ? EVERY_DAY : []

/**
 * Days and moments that belong together: "ma 9-12 en wo, do 13-15" is two groups. Days after a moment begin a new group,
 * unless no day came before the first moment ("9-12 uur op maandag").
 */
const groupsOf = (tokens: readonly TimeToken[]): readonly Group[] => {
  const groups: Group[] = []
  for (const token of tokens) {
    const [days, moment, last] = [daysOf(token), momentOf(token), groups.at(-1)]
    if (days.length > 0) {
      if (!last || (last.moments.length > 0 && last.days.length > 0)) groups.push({ days: [...days], moments: [] })
      else last.days.push(...days)
    } else if (moment) {
      if (last) last.moments.push(moment)
      else groups.push({ days: [], moments: [moment] })
    }
  }
  return groups
}

/** A part of the day beside a clock time ("dinsdagochtend 9.30-11.00") says nothing new. */
const slotsOf = ({ days, moments }: Group): WeeklySlot[] =>
  moments.flatMap(m => (m.kind === 'slot' ? days.map(weekday => ({ weekday, from: m.from, to: m.to })) : []))
const partsOf = ({ days, moments }: Group): WeeklyDayPart[] =>
  moments.some(m => m.kind === 'slot')
    ? []
    : moments.flatMap(m => (m.kind === 'part' ? days.map(weekday => ({ weekday, part: m.part })) : []))

const frequencyOf = (tokens: readonly TimeToken[], hasDays: boolean): Frequency => {
  const starts = tokens.some(token => token.kind === 'start')
  const monthly = tokens.filter(token => token.kind === 'monthly')
  const everyN = tokens.find(token => token.kind === 'everyNWeeks')
  if (starts && monthly.length > 0) return { kind: 'unknown' }
  if (monthly.length > 0) {
    const nth = monthly.find(token => token.nth !== undefined)?.nth
    return nth === undefined ? { kind: 'monthly' } : { kind: 'monthly', nth }
  }
  if (everyN) return { kind: 'everyNWeeks', weeks: everyN.weeks }
  if (tokens.some(token => token.kind === 'everyDay')) return { kind: 'daily' }
  if (hasDays || tokens.some(token => token.kind === 'weekly')) return { kind: 'weekly' }
  return tokens.some(token => token.kind === 'flexible') ? { kind: 'flexible' } : { kind: 'unknown' }
}

const positive = (count: number | undefined) => (count !== undefined && count > 0 ? count : undefined)
const countOf = (tokens: readonly TimeToken[], kind: 'sessions' | 'weeks' | 'months'): number | undefined =>
  positive(tokens.flatMap(token => (token.kind === kind && 'count' in token ? [token.count] : []))[0])
const rangeOf = (tokens: readonly TimeToken[], kind: 'hoursPerWeek' | 'daysPerWeek') =>
  tokens.flatMap(token => (token.kind === kind && 'range' in token ? [token.range] : []))[0]

const dayNotes = (tokens: readonly TimeToken[], times: Omit<OfferTimes, 'complete'>, groups: readonly Group[]): Note[] => {
  const has = (kind: TimeToken['kind']) => tokens.some(token => token.kind === kind)
  const notes: Note[] = []
  if (times.weekdays.length === 0) notes.push(note('doubtful', 'times.noFixedDays'))
  else if (groups.some(group => group.moments.length === 0)) notes.push(note('doubtful', 'times.noClockTimes'))
  if (has('from') && !has('clock')) notes.push(note('doubtful', 'times.noEnd'))
  if (has('start') && has('monthly')) notes.push(note('doubtful', 'times.startOnly'))
  if (times.sessions ?? times.weeks) notes.push(note('doubtful', 'times.runDatesUnknown'))
  return notes
}

/** What is left of the text says something that was not understood. */
const leftOver = (tokens: readonly TimeToken[]): string =>
  tokens.flatMap(token => (token.kind === 'unknown' && /[\p{L}\d]/u.test(token.text) ? [token.text] : [])).join(' ')

const unique = <Item>(items: readonly Item[]): Item[] => [...new Map(items.map(item => [JSON.stringify(item), item])).values()]

/** Days and times as people write them. `text` is always the text as written, `complete` whether all of it was understood. */
export const parseTimes = (original: string): Reading<OfferTimes> => {
  const text = original.trim()
  if (isBlank(text)) return reading({ ...unknownTimes(text), complete: text === '' }, note('doubtful', 'times.missing'))
  const tokens = timeTokens(text.slice(0, MAX_TEXT))
  if (tokens.every(token => token.kind === 'unknown')) return reading(unknownTimes(text), note('doubtful', 'times.notUnderstood'))
  const groups = groupsOf(tokens)
  const weekdays = unique(groups.flatMap(group => group.days)).toSorted((a, b) => a - b)
  const [sessions, weeks, months] = [countOf(tokens, 'sessions'), countOf(tokens, 'weeks'), countOf(tokens, 'months')]
  const [hoursPerWeek, daysPerWeek] = [rangeOf(tokens, 'hoursPerWeek'), rangeOf(tokens, 'daysPerWeek')]
  const times = {
    weekdays,
    slots: unique(groups.flatMap(slotsOf)),
    dayParts: unique(groups.flatMap(partsOf)),
    frequency: frequencyOf(tokens, weekdays.length > 0),
    ...(sessions ? { sessions } : {}),
    ...(weeks ? { weeks } : {}),
    ...(months ? { months } : {}),
    ...(hoursPerWeek ? { hoursPerWeek } : {}),
    ...(daysPerWeek ? { daysPerWeek } : {}),
    text,
  }
  const rest = leftOver(tokens) || text.slice(MAX_TEXT)
  const notes = [...dayNotes(tokens, times, groups), ...(rest ? [note('doubtful', 'times.partly', rest)] : [])]
  return reading({ ...times, complete: notes.length === 0 }, ...notes)
}

const RUN_LENGTH =
  /(?<!\p{L})(?<count>\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\s*(?:(?<sessions>keer|x|bijeenkomsten|lessen|sessies|dagdelen)|(?<weeks>weken)|(?<months>maanden))(?!\p{L}|\s*(?:per|p\/|in de))/iu

/** Length of a run that only the description tells ("8 keer, oefenen met plannen"), for a text of times without one. */
export const durationIn = (description: string): { unit: 'sessions' | 'weeks' | 'months'; count: number } | undefined => {
  const groups = RUN_LENGTH.exec(description)?.groups
  const unit = (['sessions', 'weeks', 'months'] as const).find(name => groups?.[name] !== undefined)
  const count = Number(groups?.count) || numberWord(groups?.count ?? '')
  return unit && count ? { unit, count } : undefined
}
