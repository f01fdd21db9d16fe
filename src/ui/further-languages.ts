import { type FurtherLanguage, PAGE_LANGUAGES, type PageLanguage } from '#kernel'
import type { TextTree } from './text-tree.ts'

export interface LanguageFiles {
  readonly code: FurtherLanguage
  /** As its own speakers write it: "Українська". */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** For days and numbers (BCP 47). */
  readonly locale: string
  /** By name of the set of texts. */
  readonly texts: Readonly<Record<string, TextTree>>
}

const added = new Map<string, LanguageFiles>()
let round = 0

/** Once, by the composition root; tests put it back with an empty list. */
export const registerLanguages = (languages: readonly LanguageFiles[]): void => {
  added.clear()
  round += 1
  for (const language of languages) added.set(language.code, language)
}

/** Grows with each registration, so that what was made from older files is made anew. */
export const languageRound = (): number => round
export const furtherLanguage = (code: string): LanguageFiles | undefined => added.get(code)
export const furtherLanguages = (): readonly LanguageFiles[] => [...added.values()]

/** Every language of the pages for participants and visitors. */
export const participantLanguages = (): readonly PageLanguage[] => [
  ...PAGE_LANGUAGES,
  ...[...added.values()].map(({ code }) => code),
]

const isTree = (value: unknown): value is TextTree => typeof value === 'object' && value !== null

/** The leading words with the translated ones in their place; what was not translated stays Dutch, key by key. */
export const overlay = (leading: TextTree, translated: TextTree): TextTree => ({
  ...leading,
  ...Object.fromEntries(
    Object.entries(translated).map(([key, value]) => {
      const under = leading[key]
      if (isTree(value)) return [key, overlay(isTree(under) ? under : {}, value)]
      return [key, isTree(under) ? under : value]
    }),
  ),
})
