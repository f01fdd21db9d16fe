import { type Lang, sayCount, sayMoney } from '#ui'
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
