import type { CefrLevel, DayPart, Language, Law, WheelArea } from '#kernel'
import { defineTexts } from './i18n.ts'
import type { Lang } from './i18n.ts'
import ar from './words.ar.json'
import en from './words.en.json'
import nl from './words.nl.json'

const texts = defineTexts({ nl, en, ar, name: 'words' })

/** An area of the participation wheel: "sociale contacten" as a name, so with a capital. */
export const sayArea = (area: WheelArea, lang: Lang): string => texts(lang).t(`areas.${area}`)
/** A law as people call it; `none` is said too. */
export const sayLaw = (law: Law, lang: Lang): string => texts(lang).t(`laws.${law}`)
export const sayDayPart = (part: DayPart, lang: Lang): string => texts(lang).t(`dayParts.${part}`)
/** A level of Dutch: "A1", or that there is none yet. */
export const sayLevel = (level: CefrLevel, lang: Lang): string => (level === 'none' ? texts(lang).t('noLevel') : level)

const languageNames = new Map<Lang, Intl.DisplayNames>()
/** A language by its name: "Tigrinya". */
export const sayLanguage = (language: Language, lang: Lang): string => {
  const known = languageNames.get(lang) ?? new Intl.DisplayNames(lang, { type: 'language' })
  languageNames.set(lang, known)
  return known.of(language) ?? language
}
/** 1 = Monday … 7 = Sunday: "maandag". */
export const sayWeekdayName = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, lang: Lang): string => texts(lang).t(`weekdays.${weekday}`)
