import type { CalendarDay } from '#kernel'
import type { Lang } from '#ui'

const LOCALES: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB', ar: 'ar-u-nu-latn' }
const formats = new Map<Lang, Intl.DateTimeFormat>()

/** "november 2026"; with a capital where it stands first. */
export const monthName = (day: CalendarDay, lang: Lang): string => {
  const format = formats.get(lang) ?? new Intl.DateTimeFormat(LOCALES[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  formats.set(lang, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}

export const startingWith = (text: string, lang: Lang): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** An amount for a field: "12,50" in Dutch. */
export const inEuros = (cents: number, lang: Lang): string => {
  const text = (cents / 100).toFixed(2)
  return lang === 'nl' ? text.replace('.', ',') : text
}

export const decimal = (value: number | undefined, lang: Lang): string => {
  if (value === undefined) return ''
  return lang === 'nl' ? String(value).replace('.', ',') : String(value)
}
