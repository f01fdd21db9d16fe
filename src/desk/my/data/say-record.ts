import { CalendarDay, CefrLevel, DayPart, dayIn, Language, Law, WheelArea } from '#kernel'
import { lookedAt } from '#sharing'
import {
  type Lang,
  sayArea,
  sayDate,
  sayDayPart,
  sayInstant,
  sayLanguage,
  sayLaw,
  sayLevel,
  sayMoney,
  sayTime,
  sayWeekdayName,
} from '#ui'
import { sayLegalBasis } from '../legal-basis.ts'
import { myTexts } from '../texts.ts'
import { dataTexts, labelOf } from './texts.ts'

export interface Saying {
  readonly lang: Lang
  readonly today: CalendarDay
  /** Names behind ids of who works here. */
  readonly members: Readonly<Record<string, string>>
  /** What is meant by an id of something in the dossier, of a place or of an organisation. */
  readonly titles?: Readonly<Record<string, string>>
}

/** Of use to the machine only: versions, positions, what searching needs, and ids that lead nowhere on paper. */
const TECHNICAL =
  /^(id|version|position|handled|slices|changed|folded_name|tries|marks|extensions|instrument_version|.*_language|origin|reasons|recognition_before|reminded_for)$/
/** Leads to something else that has a name: a step to its goal, a place to its organisation. */
const REFERENCE =
  /^(goal|step|agreement|wish|life_area|placement|offer|organisation|offer_organisation|to_organisation|via_organisation)_id$|^smaller_than$/
export const isTechnical = (column: string): boolean =>
  TECHNICAL.test(column) || (column.endsWith('_id') && !/membership_id$|coordinator_id$/.test(column) && !REFERENCE.test(column))

/** What people wrote themselves, and names: said as it is, never looked up. */
const AS_WRITTEN =
  /^(.*words|.*name|reason|why_longer|wish|wish_as_said|answer|title|place|address|postcode|phone|email|preferences|terms|remarks|help_from|help_what|recognition|changes|goes_on|obstacles|objection|tasks|workplace|legal_basis|said|why|note|function_title|what_lacks|question|question_answer|rejection_reason|hold_reason|support|support_by)$/
export const isAsWritten = (column: string): boolean => AS_WRITTEN.test(column) || REFERENCE.test(column)
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** Codes with words of the kit. */
const saidByKit = (code: string, column: string, lang: Lang): string | undefined => {
  if (/^languages?$/.test(column)) {
    const language = Language.safeParse(code)
    return language.success ? sayLanguage(language.data, lang) : undefined
  }
  if (column === 'law' || column === 'laws') {
    const law = Law.safeParse(code)
    return law.success ? sayLaw(law.data, lang) : undefined
  }
  if (column === 'area') {
    const area = WheelArea.safeParse(code)
    return area.success ? sayArea(area.data, lang) : undefined
  }
  if (column === 'dutch_level') {
    const level = CefrLevel.safeParse(code)
    return level.success ? sayLevel(level.data, lang) : undefined
  }
  if (column === 'use_case') return myTexts(lang).t(`access.what.${lookedAt(code)}`)
  return column === 'day_parts' ? saidDayPart(code, lang) : undefined
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const saidDayPart = (code: string, lang: Lang): string | undefined => {
  const [number, words] = code.split('-')
  const weekday = WEEKDAYS.find(day => String(day) === number)
  const part = DayPart.safeParse(words)
  return weekday === undefined || !part.success ? undefined : `${sayWeekdayName(weekday, lang)}, ${sayDayPart(part.data, lang)}`
}

/** The hour matters of what one goes to; of the rest it stands in the file. */
const saidMoment = (text: string, column: string, { lang, today }: Saying): string | undefined => {
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) {
    const instant = new Date(text)
    return column === 'starts_at' ? sayInstant(instant, today, lang) : sayDate(dayIn(instant), today, lang)
  }
  if (/^\d\d:\d\d(:\d\d)?$/.test(text)) return sayTime(text.slice(0, 5), lang)
  const day = CalendarDay.safeParse(text)
  return day.success ? sayDate(day.data, today, lang) : undefined
}

const saidText = (text: string, column: string, saying: Saying): string | undefined => {
  const { lang, members, titles } = saying
  if (REFERENCE.test(column)) return titles?.[text] ?? ''
  if (column === 'legal_basis') return sayLegalBasis(text, myTexts(lang).t)
  if (AS_WRITTEN.test(column)) return text
  if (UUID.test(text)) return members[text] ?? dataTexts(lang).t('somebody')
  return (
    saidMoment(text, column, saying) ??
    saidByKit(text, column, lang) ??
    labelOf('value', `${column}_${text}`, lang) ??
    labelOf('value', text, lang) ??
    (column === 'instrument_key' ? dataTexts(lang).t('questionnaire') : undefined)
  )
}

const snake = (key: string): string => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
/** Names inside a group that mean something else elsewhere. */
const nameOf = (key: string, group: string): string => (group === 'stability' ? `stability_${key}` : snake(key))

const saidGroup = (group: object, column: string, saying: Saying): string =>
  Object.entries(group)
    .map(([key, value]) => [nameOf(key, column), value] as const)
    .filter(([key, value]) => isSaid(value) && !isTechnical(key))
    .map(([key, value]) => `${sayColumn(key, saying.lang)}: ${sayValue(value, key, saying)}`)
    .join('; ')

/** Beside questions: the person's words; their questions stand on the page of the questionnaire. */
const writtenBeside = (said: object): string =>
  Object.values(said)
    .flatMap(each => (typeof each === 'object' && each !== null && 'words' in each ? [String(each.words)] : []))
    .join('\n')

/** One behind the other, with the comma of the language. */
export const listed = (texts: readonly string[], lang: Lang): string => texts.join(lang === 'ar' ? '، ' : ', ')

export const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0) && JSON.stringify(value) !== '{}'

export const sayColumn = (column: string, lang: Lang): string =>
  labelOf('column', column, lang) ?? dataTexts(lang).t('otherColumn')

/** In plain words; a code that has none is said to have none, so that nothing raw stands on the page. */
export const sayValue = (value: unknown, column: string, saying: Saying): string => {
  const { lang } = saying
  const { t } = dataTexts(lang)
  if (Array.isArray(value)) {
    const texts = value.map(each => sayValue(each, column, saying))
    return column === 'day_parts' ? texts.join('; ') : listed(texts, lang)
  }
  if (typeof value === 'object' && value !== null) {
    if (column === 'answers') return t('answersAt', { count: Object.keys(value).length })
    return column === 'said' ? writtenBeside(value) : saidGroup(value, column, saying)
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return column.endsWith('_cents') ? sayMoney(value, lang) : String(value)
  return saidText(String(value), column, saying) ?? t('noWords')
}

/** Columns and codes of a row for which nobody wrote words yet, as `column` or `column=code`: for the test. */
export const wordless = (row: Readonly<Record<string, unknown>>, saying: Saying, group = ''): readonly string[] =>
  Object.entries(row)
    .map(([key, value]) => [nameOf(key, group), value] as const)
    .filter(([column, value]) => isSaid(value) && !isTechnical(column))
    .flatMap(([column, value]) => [
      ...(labelOf('column', column, saying.lang) === undefined ? [column] : []),
      ...(Array.isArray(value) ? value : [value]).flatMap(each => wordlessValue(each, column, saying)),
    ])

const wordlessValue = (value: unknown, column: string, saying: Saying): readonly string[] => {
  if (typeof value === 'object' && value !== null)
    return ['answers', 'said'].includes(column) ? [] : wordless(Object.fromEntries(Object.entries(value)), saying, column)
  return typeof value === 'string' && saidText(value, column, saying) === undefined ? [`${column}=${value}`] : []
}
