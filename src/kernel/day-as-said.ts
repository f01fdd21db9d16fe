import { addDays, addMonths, CalendarDay, isoWeekday } from './calendar-day.ts'
import { foldText } from './text.ts'

const numbered = <Value extends number>(lists: readonly string[], first: Value): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, index) => names.split(' ').map(name => [name, index + first] as const)))

const WEEKDAYS = numbered(
  [
    'maandag ma monday mon',
    'dinsdag di tuesday tue tues',
    'woensdag wo wednesday wed',
    'donderdag do thursday thu thurs',
    'vrijdag vr friday fri',
    'zaterdag za saturday sat',
    'zondag zo sunday sun',
  ],
  1,
)
const MONTHS = numbered(
  [
    'januari jan january',
    'februari feb february',
    'maart mrt march mar',
    'april apr',
    'mei may',
    'juni jun june',
    'juli jul july',
    'augustus aug august',
    'september sep sept',
    'oktober okt october oct',
    'november nov',
    'december dec',
  ],
  1,
)
const NUMBERS = numbered(
  [
    'een 1 a an one',
    'twee two',
    'drie three',
    'vier four',
    'vijf five',
    'zes six',
    'zeven seven',
    'acht eight',
    'negen nine',
    'tien ten',
    'elf eleven',
    'twaalf twelve',
  ],
  1,
)
const oneOf = (names: ReadonlyMap<string, number>): string => [...names.keys()].toSorted((a, b) => b.length - a.length).join('|')

const WEEKDAY = `(?<weekday>${oneOf(WEEKDAYS)})`
const MONTH = `(?<month>${oneOf(MONTHS)})`
const DATE = '(?<date>\\d{1,2})(?:e|de|ste|st|nd|rd|th)?'
const YEAR = '(?: (?<year>\\d{4}))?'
const COUNT = `(?<count>\\d{1,3}|${oneOf(NUMBERS)}|(?:een )?half)`
const UNIT = '(?<unit>dag|dagen|day|days|week|weken|weeks|maand|maanden|month|months|jaar|year|years)'
const NEXT = '(?:volgende?|next)'
const PART = '(?<part>begin|beginning|start|half|halverwege|midden|mid|middle|eind|einde|end)'
/** Words that say nothing about the day. */
const FILLERS = /\b(?:op|on|de|het|the|van|of|rond|around|tijd|time)\b/g

type Groups = Readonly<Record<string, string | undefined>>
type Rule = readonly [pattern: string, read: (said: Groups, today: CalendarDay) => CalendarDay | undefined]

const weekdayOf = (said: Groups): number => WEEKDAYS.get(said['weekday'] ?? '') ?? 1
const mondayOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - isoWeekday(day))
const inWeek = (today: CalendarDay, weeks: number, weekday: number): CalendarDay =>
  addDays(mondayOf(today), 7 * weeks + weekday - 1)
const firstOf = (day: CalendarDay, months = 0): CalendarDay => addMonths(`${day.slice(0, 8)}01` as CalendarDay, months)
const toCome = (day: CalendarDay, today: CalendarDay): CalendarDay | undefined => (day < today ? undefined : day)

/** After today: who says "Tuesday" on a Tuesday means the next. */
const coming = (weekday: number, today: CalendarDay): CalendarDay => addDays(today, ((weekday - isoWeekday(today) + 6) % 7) + 1)

const existing = (year: number, month: number, date: number): CalendarDay | undefined => {
  const parsed = CalendarDay.safeParse([String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'))
  return parsed.success ? parsed.data : undefined
}

/** Without a year: the first such day from today on. A weekday that does not go with it is a mistake somewhere. */
const dated = (month: number, date: number, said: Groups, today: CalendarDay): CalendarDay | undefined => {
  const thisYear = Number(today.slice(0, 4))
  const years = said['year'] === undefined ? [thisYear, thisYear + 1] : [Number(said['year'])]
  const days = years.flatMap(year => existing(year, month, date) ?? [])
  const day = said['year'] === undefined ? days.find(each => each >= today) : days[0]
  return day !== undefined && said['weekday'] !== undefined && isoWeekday(day) !== weekdayOf(said) ? undefined : day
}

const later = (from: CalendarDay, said: Groups): CalendarDay | undefined => {
  const { count = '', unit = '' } = said
  if (count.endsWith('half')) return /^(jaar|year)/.test(unit) ? addMonths(from, 6) : undefined
  const many = NUMBERS.get(count) ?? Number(count)
  if (/^da[gy]/.test(unit)) return addDays(from, many)
  if (unit.startsWith('we')) return addDays(from, 7 * many)
  return addMonths(from, unit.startsWith('m') ? many : 12 * many)
}

const isEnd = (part: string | undefined): boolean => part?.startsWith('ei') === true || part === 'end'
const isStart = (part: string | undefined): boolean => part === undefined || part.startsWith('b') || part === 'start'

/** The beginning, the middle or the end of the month that starts on this day. */
const partOfMonth = (first: CalendarDay, part: string | undefined): CalendarDay =>
  isEnd(part) ? addDays(addMonths(first, 1), -1) : addDays(first, isStart(part) ? 0 : 14)
/** The same of a week, as far as people work in it. */
const partOfWeek = (monday: CalendarDay, part: string | undefined): CalendarDay =>
  addDays(monday, isEnd(part) ? 4 : isStart(part) ? 0 : 2)

const monthOf = (said: Groups, today: CalendarDay): CalendarDay | undefined => {
  const month = MONTHS.get(said['month'] ?? '') ?? 1
  if (said['year'] !== undefined) return existing(Number(said['year']), month, 1)
  const first = existing(Number(today.slice(0, 4)), month, 1)
  return first !== undefined && first.slice(0, 7) < today.slice(0, 7) ? addMonths(first, 12) : first
}

const SIMPLE: readonly Rule[] = [
  ['vandaag|today', (_, today) => today],
  ['morgen|tomorrow', (_, today) => addDays(today, 1)],
  ['overmorgen|day after tomorrow', (_, today) => addDays(today, 2)],
  [`(?:(?:aanstaande|komende|eerstvolgende|deze|as|this|coming) )?${WEEKDAY}`, (said, today) => coming(weekdayOf(said), today)],
  [
    `${NEXT} ${WEEKDAY}|${NEXT} week ${WEEKDAY.replace('weekday', 'other')}|${WEEKDAY.replace('weekday', 'third')} ${NEXT} week`,
    (said, today) => inWeek(today, 1, WEEKDAYS.get(said['weekday'] ?? said['other'] ?? said['third'] ?? '') ?? 1),
  ],
  [
    `(?:deze|this) week ${WEEKDAY}|${WEEKDAY.replace('weekday', 'other')} (?:deze|this) week`,
    (said, today) => toCome(inWeek(today, 0, WEEKDAYS.get(said['weekday'] ?? said['other'] ?? '') ?? 1), today),
  ],
  ['(?:(?:dit|this|komend|coming) )?weekend', (_, today) => (isoWeekday(today) === 7 ? today : inWeek(today, 0, 6))],
  [`${NEXT} weekend`, (_, today) => inWeek(today, 1, 6)],
  [`(?:${PART} )?(?:${NEXT}|komende|coming) week`, (said, today) => partOfWeek(inWeek(today, 1, 1), said['part'])],
  [`${PART} (?:(?:deze|this) )?week`, (said, today) => toCome(partOfWeek(mondayOf(today), said['part']), today)],
  [`(?:${PART} )?(?:${NEXT}|komende|coming) (?:maand|month)`, (said, today) => partOfMonth(firstOf(today, 1), said['part'])],
  [`${PART} (?:(?:deze|this) )?(?:maand|month)`, (said, today) => toCome(partOfMonth(firstOf(today), said['part']), today)],
  [`${NEXT} (?:jaar|year)`, (_, today) => existing(Number(today.slice(0, 4)) + 1, 1, 1)],
]
const DATED: readonly Rule[] = [
  [
    `(?:${WEEKDAY} )?${DATE} ${MONTH}${YEAR}`,
    (said, today) => dated(MONTHS.get(said['month'] ?? '') ?? 0, Number(said['date']), said, today),
  ],
  [
    `(?:${WEEKDAY} )?${MONTH} ${DATE}${YEAR}`,
    (said, today) => dated(MONTHS.get(said['month'] ?? '') ?? 0, Number(said['date']), said, today),
  ],
  [`(?:${WEEKDAY} )?(?<date>\\d{1,2})(?:e|de|ste|st|nd|rd|th)`, (said, today) => onThatDate(said, today)],
  [
    `(?:(?:${PART}|in) )?${MONTH}${YEAR}`,
    (said, today) => {
      const first = monthOf(said, today)
      if (first === undefined) return undefined
      const day = partOfMonth(first, said['part'])
      return day < today && said['year'] === undefined ? partOfMonth(addMonths(first, 12), said['part']) : day
    },
  ],
]

/** "The 15th": of this month, or of the first month to come that has it (on that weekday, when one is said). */
const onThatDate = (said: Groups, today: CalendarDay): CalendarDay | undefined => {
  const months = said['weekday'] === undefined ? [0, 1, 2] : [0, 1]
  const days = months.flatMap(month => {
    const [year, number] = firstOf(today, month).split('-').map(Number) as [number, number]
    return existing(year, number, Number(said['date'])) ?? []
  })
  const day = days.find(each => each >= today)
  return day !== undefined && said['weekday'] !== undefined && isoWeekday(day) !== weekdayOf(said) ? undefined : day
}

const compiled = (rules: readonly Rule[]) => rules.map(([pattern, read]) => ({ pattern: new RegExp(`^(?:${pattern})$`), read }))
const RULES = compiled([...SIMPLE, ...DATED])
const LATER = new RegExp(`^(?:(?<base>.+) )?(?:over|in) ${COUNT} ${UNIT}$`)
const LATER_THAN = new RegExp(`^${COUNT} ${UNIT} (?:na|after|from) (?<base>.+)$`)

const readWords = (words: string, today: CalendarDay): CalendarDay | undefined => {
  for (const { pattern, read } of RULES) {
    const said = pattern.exec(words)?.groups
    if (said !== undefined || pattern.test(words)) return read(said ?? {}, today)
  }
  const said = (LATER.exec(words) ?? LATER_THAN.exec(words))?.groups
  if (said === undefined) return undefined
  const base = said['base'] === undefined ? today : readWords(said['base'], today)
  return base === undefined ? undefined : later(base, said)
}

const readFigures = (text: string, today: CalendarDay): CalendarDay | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dutch = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(text)
  if (dutch === null) return undefined
  const [, date, month, year] = dutch
  const said = year === undefined ? {} : { year: year.length === 2 ? `20${year}` : year }
  return dated(Number(month), Number(date), said, today)
}

/**
 * The day that people mean when they say "volgende week dinsdag", "over twee weken", "15 december" or "next tuesday"; undefined
 * when it is not clear. Dutch and English. Days on the calendar only, so the clock going forward or back changes nothing.
 */
export const readDayAsSaid = (text: string, today: CalendarDay): CalendarDay | undefined => {
  const figures = readFigures(text.trim(), today)
  if (figures !== undefined) return figures
  const words = foldText(text.replaceAll(/(\d+)\s*['’]/g, '$1 ').replaceAll(/a\.s\./gi, 'as'))
  return readWords(words.replaceAll(FILLERS, ' ').replaceAll(/\s+/g, ' ').trim(), today)
}
