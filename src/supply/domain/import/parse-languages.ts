import { foldText, type CefrLevel, type Language } from '#kernel'
import { note, reading, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

const NAMES: Readonly<Record<Language, readonly string[]>> = {
  nl: ['nl', 'nederlands', 'ned', 'dutch'],
  en: ['en', 'eng', 'engels', 'english'],
  ar: ['ar', 'arabisch', 'arabic'],
  ti: ['ti', 'tigrinya', 'tigrinja'],
  tr: ['tr', 'turks', 'turkish'],
  uk: ['uk', 'ua', 'oekraiens', 'ukrainian'],
  pl: ['pl', 'pools', 'polish'],
  fr: ['fr', 'frans', 'french'],
  es: ['es', 'spaans', 'spanish'],
  so: ['so', 'somalisch', 'somali'],
  fa: ['fa', 'farsi', 'perzisch', 'dari', 'persian'],
}
const byName = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.map(name => [name, code])))
const isLanguage = (code: string | undefined): code is Language => code !== undefined && code in NAMES

const LEVELS: readonly CefrLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1']

export interface LanguageReading {
  readonly languages: readonly Language[]
  readonly allLanguages: boolean
  readonly dutchLevel?: CefrLevel
  readonly interpreter: boolean
}

/** Languages in which somebody can take part, and the level of Dutch that is enough ("NL (A1+)", "tolk AR/TI", "alle"). */
export const parseLanguages = (original: string): Reading<LanguageReading> => {
  const none = { languages: [], allLanguages: false, interpreter: false }
  if (isBlank(original)) return reading(none)
  const noDutch = /(geen|no)\s+(nederlands|nl|dutch)/i.test(original)
  const level = LEVELS.find(known => new RegExp(`\\b${known}\\b`, 'i').test(original)) ?? (noDutch ? 'none' : undefined)
  const words = foldText(original.replace(/(geen|no)\s+(nederlands|nl|dutch)(\s+nodig)?/i, ' '))
    .split(' ')
    .filter(
      word =>
        (word !== '' && !/^(en|of|ook|or|and|also|niveau|level|vanaf|met|with|a1|a2|b1|b2|c1)$/.test(word)) || word === 'en',
    )
  const interpreter = words.some(word => /^(tolk|tolken|interpreter)$/.test(word))
  const allLanguages = words.some(word => /^(alle|all|elke|any|iedere)$/.test(word))
  const named = words.filter(
    word => !/^(tolk|tolken|interpreter|alle|all|elke|any|iedere|talen|taal|languages|language)$/.test(word),
  )
  // "en" is both the code of English and the Dutch "and": between names of languages it joins, between codes it is English.
  const codesOnly = /(^|[/,;])\s*en\s*($|[/,;(])/i.test(original)
  const known = named.filter(word => word !== 'en' || codesOnly).map(word => byName.get(word))
  const languages = [...new Set(known.filter(isLanguage))]
  const unknown = named.filter(word => word !== 'en' && !byName.has(word))
  return reading(
    { languages, allLanguages, interpreter, ...(level === undefined ? {} : { dutchLevel: level }) },
    ...(unknown.length > 0 ? [note('doubtful', 'language.unknown', languages.join(', '))] : []),
  )
}
