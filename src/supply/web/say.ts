import type { CalendarDay } from '#kernel'
import {
  type Lang,
  sayArea,
  sayDate,
  sayDayPart,
  sayLanguage,
  sayLaw,
  sayLevel,
  sayList,
  sayMoney,
  sayTimes,
  sayWeekdayName,
} from '#ui'
import type { Finding } from '../domain/import/findings.ts'
import type { OfferTimes, Weekday } from '../domain/offer-times.ts'
import type { Offer } from '../domain/offer.ts'
import { findingTexts, supplyTexts } from './texts.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "maandag t/m vrijdag", "maandag, dinsdag en donderdag". */
const sayDays = (days: readonly Weekday[], lang: Lang): string => {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first !== undefined && last !== undefined && sorted.length > 2 && last - first === sorted.length - 1)
    return supplyTexts(lang).t('times.range', { from: sayWeekdayName(first, lang), until: sayWeekdayName(last, lang) })
  return sayList(
    sorted.map(day => sayWeekdayName(day, lang)),
    lang,
  )
}

const groupDays = <Item extends { readonly weekday: Weekday }>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, { readonly item: Item; readonly days: Weekday[] }>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known === undefined) groups.set(keyOf(item), { item, days: [item.weekday] })
    else known.days.push(item.weekday)
  }
  return [...groups.values()]
}

const momentsOf = (times: OfferTimes, lang: Lang): readonly string[] => {
  const slots = groupDays(times.slots, slot => `${slot.from} ${slot.to}`).map(
    ({ item, days }) => `${sayDays(days, lang)} ${sayTimes(item.from, item.to, lang)}`,
  )
  const { t } = supplyTexts(lang)
  const parts = groupDays(times.dayParts, part => part.part).map(({ item, days }) =>
    sayList(
      days.map(day => t('times.dayPart', { day: sayWeekdayName(day, lang), part: sayDayPart(item.part, lang) })),
      lang,
    ),
  )
  const timed = new Set([...times.slots, ...times.dayParts].map(({ weekday }) => weekday))
  const loose = times.weekdays.filter(day => !timed.has(day))
  return [...slots, ...parts, ...(loose.length === 0 ? [] : [sayDays(loose, lang)])]
}

const rhythmOf = ({ frequency, slots, dayParts, weekdays }: OfferTimes, lang: Lang): string | undefined => {
  const { t } = supplyTexts(lang)
  const hasDays = slots.length + dayParts.length + weekdays.length > 0
  if (frequency.kind === 'unknown' || (frequency.kind === 'weekly' && hasDays)) return undefined
  if (frequency.kind === 'daily' && weekdays.length === 7) return undefined
  return frequency.kind === 'everyNWeeks' ? t('times.everyNWeeks', { count: frequency.weeks }) : t(`times.${frequency.kind}`)
}

/** When it is, as far as it was understood: "Dinsdag 9.30 - 11.00 uur, 6 weken lang"; undefined when nothing was. */
export const sayOfferTimes = (times: OfferTimes, lang: Lang): string | undefined => {
  const { t } = supplyTexts(lang)
  const said = [
    ...momentsOf(times, lang),
    rhythmOf(times, lang),
    times.hoursPerWeek && t('times.hoursPerWeek', { from: times.hoursPerWeek.min, until: times.hoursPerWeek.max }),
    times.daysPerWeek && t('times.daysPerWeek', { from: times.daysPerWeek.min, until: times.daysPerWeek.max }),
    times.sessions && t('times.sessions', { count: times.sessions }),
    times.weeks && t('times.weeks', { count: times.weeks }),
    times.months && t('times.months', { count: times.months }),
  ].filter(part => typeof part === 'string')
  return said.length === 0 ? undefined : capital(said.join(', '))
}

export const sayCost = ({ cost }: Offer, lang: Lang): string => {
  const { t } = supplyTexts(lang)
  if (cost.cents === undefined) {
    const plain = cost.kind === 'free' || cost.kind === 'allowance' || cost.kind === 'indication' ? cost.kind : 'unknown'
    return capital(t(`cost.${plain}`))
  }
  const amount = sayMoney(cost.cents, lang)
  if (cost.kind === 'allowance') return capital(t('cost.allowanceAmount', { amount }))
  if (cost.kind === 'free' || cost.kind === 'indication' || cost.kind === 'unknown') return capital(t(`cost.${cost.kind}`))
  return t(`cost.${cost.kind}`, { amount })
}

export const sayLimits = ({ limits, targetGroupStrict }: Offer, lang: Lang): readonly string[] => {
  const { t } = supplyTexts(lang)
  const { minAge, maxAge, sex, indication } = limits
  return [
    minAge !== undefined && maxAge !== undefined
      ? t('limits.between', { from: minAge, until: maxAge })
      : minAge !== undefined
        ? t('limits.from', { age: minAge })
        : maxAge === undefined
          ? ''
          : t('limits.until', { age: maxAge }),
    sex === undefined ? '' : t(`limits.${sex}`),
    indication === true ? t('limits.indication') : '',
    targetGroupStrict ? t('limits.strict') : '',
  ].filter(words => words !== '')
}

export const sayOfferLanguages = ({ languages, allLanguages, dutchLevel }: Offer, lang: Lang): string | undefined => {
  const { t } = supplyTexts(lang)
  // The level says already that it is Dutch.
  const named = dutchLevel === undefined ? languages : languages.filter(language => language !== 'nl')
  const said = [
    ...(allLanguages ? [t('languages.all')] : named.map(language => sayLanguage(language, lang))),
    ...(dutchLevel === undefined ? [] : [t('languages.dutch', { level: sayLevel(dutchLevel, lang) })]),
  ]
  return said.length === 0 ? undefined : capital(sayList(said, lang))
}

export const sayLaws = ({ laws }: Offer, lang: Lang): string => laws.map(law => sayLaw(law, lang)).join(', ')
export const sayAreas = ({ areas }: Offer, lang: Lang): string => areas.map(area => sayArea(area, lang)).join(', ')
export const sayWhere = ({ address, postcode, place }: Offer): string =>
  [address, [postcode, place].filter(part => part !== undefined && part !== '').join(' ')].filter(part => part !== '').join(', ')

export const saySourceDay = (day: CalendarDay, precision: 'day' | 'month', today: CalendarDay, lang: Lang): string =>
  precision === 'month'
    ? new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    : sayDate(day, today, lang)

const SHOWN = 120
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** The sentence for what was noticed about a cell. */
export const sayFinding = (
  { code, original, understood = '' }: Pick<Finding, 'code' | 'original'> & { readonly understood?: string | undefined },
  today: CalendarDay,
  lang: Lang,
): string => {
  if (code === 'limits.sex' && (understood === 'f' || understood === 'm')) {
    const { t } = supplyTexts(lang)
    return t('import.sexLimit', { original: shortened(original), limit: t(`limits.${understood}`) })
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(understood)
  const said = isDay ? sayDate(understood as CalendarDay, today, lang) : understood
  return findingTexts(lang).t(code, { original: shortened(original), understood: said })
}
