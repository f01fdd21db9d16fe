import { dayIn, dayNumber, daysBetween } from '#kernel'
import type { CalendarDay } from '#kernel'
import { furtherLanguage } from './further-languages.ts'
import { defineTexts } from './i18n.ts'
import type { Lang } from './i18n.ts'
import ar from './format.ar.json'
import en from './format.en.json'
import nl from './format.nl.json'

const texts = defineTexts({ nl, en, ar, name: 'format' })

/** Western digits in Arabic too: they match the clocks, letters and bus stops people see here. */
const LOCALES: Readonly<Record<string, string>> = { nl: 'nl-NL', en: 'en-GB', ar: 'ar-u-nu-latn' }
const localeOf = (lang: Lang): string => LOCALES[lang] ?? furtherLanguage(lang)?.locale ?? 'nl-NL'

/** Intl formatters are slow to make: one per language and kind. */
const perLanguage = <Formatter>(make: (locale: string) => Formatter): ((lang: Lang) => Formatter) => {
  const made = new Map<Lang, Formatter>()
  return lang => {
    const known = made.get(lang)
    if (known !== undefined) return known
    const formatter = make(localeOf(lang))
    made.set(lang, formatter)
    return formatter
  }
}

const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  perLanguage(locale => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }))

const weekdayAndDate = dayFormat({ weekday: 'long', day: 'numeric', month: 'long' })
const weekdayAndFullDate = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const dateOnly = dayFormat({ day: 'numeric', month: 'long' })
const fullDate = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' })
const relativeInWords = perLanguage(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const relativeInNumbers = perLanguage(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))
const count = perLanguage(locale => new Intl.NumberFormat(locale))
const oneDecimal = perLanguage(locale => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
const percent = perLanguage(locale => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }))
const wholeEuros = perLanguage(
  locale => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
)
const eurosAndCents = perLanguage(locale => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }))
const conjunction = perLanguage(locale => new Intl.ListFormat(locale, { type: 'conjunction' }))
const units = {
  day: perLanguage(locale => new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' })),
  week: perLanguage(locale => new Intl.NumberFormat(locale, { style: 'unit', unit: 'week', unitDisplay: 'long' })),
  month: perLanguage(locale => new Intl.NumberFormat(locale, { style: 'unit', unit: 'month', unitDisplay: 'long' })),
}

const monthOnly = dayFormat({ month: 'long' })
const dateOf = (day: CalendarDay): Date => new Date(dayNumber(day) * 86_400_000)
const sameYear = (a: CalendarDay, b: CalendarDay): boolean => a.slice(0, 4) === b.slice(0, 4)
/** CLDR puts a comma after the weekday in English only sometimes; people do not say it. */
const plain = (text: string): string => text.replace(/^(\p{L}+),\s/u, '$1 ')

interface Span {
  readonly amount: number
  readonly unit: 'day' | 'week' | 'month'
}
const spanOf = (days: number): Span => {
  const size = Math.abs(days)
  if (size < 14) return { amount: days, unit: 'day' }
  if (size < 63) return { amount: Math.round(days / 7), unit: 'week' }
  return { amount: Math.round(days / 30.4375), unit: 'month' }
}

/** "vandaag", "morgen", "over 2 dagen", "3 weken geleden". */
export const sayRelative = (day: CalendarDay, today: CalendarDay, lang: Lang): string => {
  const { amount, unit } = spanOf(daysBetween(today, day))
  const near = unit === 'day' && Math.abs(amount) <= 1
  return (near ? relativeInWords : relativeInNumbers)(lang).format(amount, unit)
}

/** The same few hundred days are said all day long; a lookup is ten times cheaper than Intl. */
const said = new Map<string, string>()
const MOST_SAID = 5000
const remembered =
  (kind: string, say: (day: CalendarDay, today: CalendarDay, lang: Lang) => string) =>
  (day: CalendarDay, today: CalendarDay, lang: Lang): string => {
    const key = `${kind} ${lang} ${day} ${today}`
    const known = said.get(key)
    if (known !== undefined) return known
    if (said.size >= MOST_SAID) said.clear()
    const text = say(day, today, lang)
    said.set(key, text)
    return text
  }

/** "24 november"; with the year when it is not this year. */
export const sayDate = remembered('date', (day, today, lang) =>
  (sameYear(day, today) ? dateOnly : fullDate)(lang).format(dateOf(day)),
)

/** "dinsdag 24 november"; with the year when it is not this year. */
export const sayWeekday = remembered('weekday', (day, today, lang) =>
  plain((sameYear(day, today) ? weekdayAndDate : weekdayAndFullDate)(lang).format(dateOf(day))),
)

/** "dinsdag 24 november, over 2 dagen". */
export const sayDay = remembered('day', (day, today, lang) =>
  texts(lang).t('dayAndRelative', { day: sayWeekday(day, today, lang), relative: sayRelative(day, today, lang) }),
)

/** A clock time `HH:MM` or `HH:MM:SS`: "9.30" in Dutch, "9:30" elsewhere. */
export const sayTime = (time: string, lang: Lang): string => {
  const [hours = '0', minutes = '00'] = time.split(':')
  return `${Number(hours)}${lang === 'nl' ? '.' : ':'}${minutes}`
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })
/** The clock time in the Netherlands at this instant, `HH:MM`. */
export const timeIn = (instant: Date): string => clock.format(instant)

/** "dinsdag 24 november om 9.30 uur". */
export const sayInstant = (instant: Date, today: CalendarDay, lang: Lang): string =>
  texts(lang).t('dayAndTime', { day: sayWeekday(dayIn(instant), today, lang), time: sayTime(timeIn(instant), lang) })

/** "9.30 - 11.00 uur". */
export const sayTimes = (from: string, until: string | undefined, lang: Lang): string =>
  until === undefined
    ? texts(lang).t('time', { time: sayTime(from, lang) })
    : texts(lang).t('times', { from: sayTime(from, lang), until: sayTime(until, lang) })

/** 1 = January … 12 = December: "januari". */
export const sayMonthName = (month: number, lang: Lang): string => monthOnly(lang).format(new Date(Date.UTC(2000, month - 1, 1)))

/** Length of time: "5 weken". */
export const saySpan = (days: number, lang: Lang): string => {
  const { amount, unit } = spanOf(Math.abs(days))
  return units[unit](lang).format(amount)
}

/** An amount in cents: "€ 12,50", "€ 200". */
export const sayMoney = (cents: number, lang: Lang): string =>
  (cents % 100 === 0 ? wholeEuros : eurosAndCents)(lang).format(cents / 100)

/** As the crow flies: "400 m", "1,2 km", "14 km"; unknown is said as unknown. */
export const sayDistance = (km: number | undefined, lang: Lang): string => {
  if (km === undefined) return texts(lang).t('distanceUnknown')
  const metres = Math.max(100, Math.round(km * 10) * 100)
  if (metres < 1000) return texts(lang).t('metres', { amount: metres })
  return texts(lang).t('kilometres', { amount: (km < 10 ? oneDecimal : count)(lang).format(km < 10 ? km : Math.round(km)) })
}

export const sayCount = (n: number, lang: Lang): string => count(lang).format(n)
/** A share between 0 and 1: "42%". */
export const sayPercent = (share: number, lang: Lang): string => percent(lang).format(share)
/** "Selam, de coach en de bibliotheek". */
export const sayList = (items: readonly string[], lang: Lang): string => conjunction(lang).format(items)
