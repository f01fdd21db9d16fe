import i18next from 'i18next'
import type { i18n } from 'i18next'

/** Languages the product itself speaks. Dutch leads, English is complete, Arabic exists on participant pages. */
export const PAGE_LANGUAGES = ['nl', 'en', 'ar'] as const
export type Lang = (typeof PAGE_LANGUAGES)[number]

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr')
export const isLang = (text: unknown): text is Lang => PAGE_LANGUAGES.some(lang => lang === text)

export interface TextTree {
  readonly [key: string]: string | TextTree
}
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key

/** Every key of the tree as `group.name`, plural forms folded into one key. */
export type TextKey<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : TextKey<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** The same keys with any words: English and Dutch have the same plural forms. */
type SameKeys<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> }

export type TextValues = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string
export interface Texts<Key extends string> {
  readonly lang: Lang
  readonly t: Translate<Key>
}
/** Of a `defineTexts` result: the keys its `t` accepts. */
export type KeyOf<Define> = Define extends (lang: Lang) => Texts<infer Key> ? Key : never

const PLURAL = /_(zero|one|two|few|many|other)$/

const baseKeys = (tree: TextTree, prefix = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key.replace(PLURAL, '')}`] : baseKeys(value, `${prefix}${key}.`),
  )

/** Keys that the leading tree has and the other lacks, plural forms folded. */
export const missingTexts = (leading: TextTree, other: TextTree): readonly string[] => {
  const present = new Set(baseKeys(other))
  return [...new Set(baseKeys(leading))].filter(key => !present.has(key))
}

/** Texts that only need values put in: nearly all. i18next says the rest (nesting, formats) and is ten times slower. */
const plainTexts = (tree: TextTree, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value !== 'string') return plainTexts(value, `${prefix}${key}.`)
    return /\$t\(|\{\{[^}]*[^\w}][^}]*\}\}/.test(value) ? [] : [[`${prefix}${key}`, value] as const]
  })

const filled = (text: string, values: TextValues): string =>
  text.includes('{{') ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')) : text

const sayer = (lang: Lang, tree: TextTree, instance: i18n): ((key: string, values?: TextValues) => string) => {
  const plain = new Map(plainTexts(tree))
  const plurals = new Intl.PluralRules(lang)
  const translate = instance.getFixedT(lang)
  const find = (key: string, count: unknown): string | undefined => {
    if (typeof count !== 'number') return plain.get(key)
    const zero = count === 0 ? plain.get(`${key}_zero`) : undefined
    return zero ?? plain.get(`${key}_${plurals.select(count)}`) ?? plain.get(`${key}_other`) ?? plain.get(key)
  }
  return (key, values = {}) => {
    const text = find(key, values['count'])
    return text === undefined ? translate(key, values) : filled(text, values)
  }
}

const start = (languages: Readonly<Partial<Record<Lang, TextTree>>>): i18n => {
  const instance = i18next.createInstance()
  void instance.init({
    resources: Object.fromEntries(Object.entries(languages).map(([lang, tree]) => [lang, { translation: tree }])),
    lng: 'nl',
    fallbackLng: 'nl',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}

/**
 * Texts of one module. `en` lacks a key: does not compile; `ar` lacks one: throws when the module is loaded.
 * A language that is not given falls back to Dutch.
 */
export const defineTexts = <const Nl extends TextTree>(languages: {
  readonly nl: Nl
  readonly en: SameKeys<Nl>
  readonly ar?: TextTree
}): ((lang: Lang) => Texts<TextKey<Nl>>) => {
  const { nl, en, ar } = languages
  const given: Partial<Record<Lang, TextTree>> = ar === undefined ? { nl, en: en } : { nl, en: en, ar }
  for (const [lang, tree] of Object.entries(given)) {
    const missing = missingTexts(nl, tree)
    if (missing.length > 0) throw new Error(`Texts missing in ${lang}: ${missing.join(', ')}`)
  }
  const instance = start(given)
  const texts = (lang: Lang): Texts<TextKey<Nl>> => ({ lang, t: sayer(lang, given[lang] ?? nl, instance) })
  const byLang: Readonly<Record<Lang, Texts<TextKey<Nl>>>> = { nl: texts('nl'), en: texts('en'), ar: texts('ar') }
  return lang => byLang[lang]
}
