import i18next from 'i18next'
import type { i18n } from 'i18next'
import { PAGE_LANGUAGES, type PageLanguage } from '#kernel'
import { furtherLanguage, languageRound, overlay, participantLanguages } from './further-languages.ts'
import type { TextTree } from './text-tree.ts'

/** A language of the pages; staff read Dutch or English, participants and visitors all of them. */
export type Lang = PageLanguage

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : (furtherLanguage(lang)?.direction ?? 'ltr'))
export const isLang = (text: unknown): text is Lang => participantLanguages().some(lang => lang === text)

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

/** Made when it is first asked for: most sets never ask, and each instance holds a copy of its texts. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const pluralRules = new Map<Lang, Intl.PluralRules>()
const pluralsOf = (lang: Lang): Intl.PluralRules => {
  const known = pluralRules.get(lang) ?? new Intl.PluralRules(lang)
  pluralRules.set(lang, known)
  return known
}

const sayer = (lang: Lang, tree: TextTree, instance: () => i18n): ((key: string, values?: TextValues) => string) => {
  const plain = new Map(plainTexts(tree))
  const plurals = pluralsOf(lang)
  const translate = once(() => instance().getFixedT(lang))
  const find = (key: string, count: unknown): string | undefined => {
    if (typeof count !== 'number') return plain.get(key)
    const zero = count === 0 ? plain.get(`${key}_zero`) : undefined
    return zero ?? plain.get(`${key}_${plurals.select(count)}`) ?? plain.get(`${key}_other`) ?? plain.get(key)
  }
  return (key, values = {}) => {
    const text = find(key, values['count'])
    return text === undefined ? translate()(key, values) : filled(text, values)
  }
}

const start = (languages: Readonly<Record<string, TextTree>>): i18n => {
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

const namesOfSets = new Set<string>()
/** Names of the sets of texts that a further language may bring. */
export const translatableSets = (): readonly string[] => [...namesOfSets].toSorted()

/** A set of texts in languages that came as files: made when it is first asked for, and anew after another registration. */
const furtherTexts = <Key extends string>(nl: TextTree, name: string | undefined): ((lang: Lang) => Texts<Key>) => {
  const made = new Map<string, Texts<Key>>()
  let round = languageRound()
  return lang => {
    if (round !== languageRound()) made.clear()
    round = languageRound()
    const known = made.get(lang)
    if (known !== undefined) return known
    const files = name === undefined ? undefined : furtherLanguage(lang)?.texts[name]
    const tree = files === undefined ? nl : overlay(nl, files)
    const texts: Texts<Key> = {
      lang,
      t: sayer(
        lang,
        tree,
        once(() => start({ nl, [lang]: tree })),
      ),
    }
    made.set(lang, texts)
    return texts
  }
}

/**
 * Texts of one module. `en` lacks a key: does not compile; `ar` lacks one: throws when the module is loaded.
 * A language that is not given falls back to Dutch. `name`: the file in which a further language brings these texts.
 */
export const defineTexts = <const Nl extends TextTree>(languages: {
  readonly nl: Nl
  readonly en: SameKeys<Nl>
  readonly ar?: TextTree
  readonly name?: string
}): ((lang: Lang) => Texts<TextKey<Nl>>) => {
  const { nl, en, ar, name } = languages
  if (name !== undefined) namesOfSets.add(name)
  const given: Readonly<Record<string, TextTree>> = ar === undefined ? { nl, en: en } : { nl, en: en, ar }
  for (const [lang, tree] of Object.entries(given)) {
    const missing = missingTexts(nl, tree)
    if (missing.length > 0) throw new Error(`Texts missing in ${lang}: ${missing.join(', ')}`)
  }
  const instance = once(() => start(given))
  const texts = (lang: Lang): Texts<TextKey<Nl>> => ({ lang, t: sayer(lang, given[lang] ?? nl, instance) })
  const own = new Map<string, () => Texts<TextKey<Nl>>>(PAGE_LANGUAGES.map(lang => [lang, once(() => texts(lang))]))
  const further = furtherTexts<TextKey<Nl>>(nl, name)
  return lang => own.get(lang)?.() ?? further(lang)
}
