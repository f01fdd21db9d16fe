import type { CalendarDay } from '#kernel'
import { type Lang, sayCount, sayDate, sayMoney } from '#ui'
import type { LimitUnit } from '../domain/limit.ts'
import { regimeTexts } from './texts.ts'

/** A value in its unit: "€ 220", "12,5%", "2 maanden". */
export const sayValue = (value: number, unit: LimitUnit, lang: Lang): string => {
  if (unit === 'cents') return sayMoney(value, lang)
  return regimeTexts(lang).t(`units.${unit}`, { count: value, amount: sayCount(value, lang) })
}

type Said = { readonly state: 'known'; readonly value: number } | { readonly state: 'notSet' }

/** A limit as people read it; what is not set is said as such. */
export const sayLimit = (limit: Said & { readonly unit: LimitUnit }, lang: Lang): string =>
  limit.state === 'known' ? sayValue(limit.value, limit.unit, lang) : regimeTexts(lang).t('notSet')

/** No year is left out beside this one. */
const ANOTHER_YEAR = '1000-01-01' as CalendarDay
/** "1 januari 2026", also in 2026: in a list of years each says which. */
export const sayWithYear = (day: CalendarDay, lang: Lang): string => sayDate(day, ANOTHER_YEAR, lang)
