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
  const texts = (lang: Lang): Texts<TextKey<Nl>> => {
    const fixed = instance.getFixedT(lang)
    const t = (key: string, values: TextValues = {}): string => fixed(key, values)
    return { lang, t }
  }
  const byLang: Readonly<Record<Lang, Texts<TextKey<Nl>>>> = { nl: texts('nl'), en: texts('en'), ar: texts('ar') }
  return lang => byLang[lang]
}
