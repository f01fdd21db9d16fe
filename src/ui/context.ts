import { createContext, useContext } from 'react'
import type { KeyOf, Lang, Translate } from './i18n.ts'
import { uiTexts } from './texts.ts'

export type UiKey = KeyOf<typeof uiTexts>

/** What every component of one page shares; given by `<Page>`. */
export interface PageContextValue {
  readonly lang: Lang
  readonly csrfToken?: string | undefined
  readonly formKey?: (() => string) | undefined
}
export const PageContext = createContext<PageContextValue>({ lang: 'nl' })

export type FieldValue = string | number | readonly string[] | null | undefined
/** What the fields of one form share; given by `<Form>`. */
export interface FormContextValue {
  readonly idPrefix: string
  readonly valueOf: (name: string) => FieldValue
  readonly errors: Readonly<Record<string, string | undefined>>
  /** In a filter nothing is required, so nothing is marked as optional. */
  readonly filter?: boolean
}
export const FormContext = createContext<FormContextValue>({ idPrefix: '', valueOf: () => undefined, errors: {} })

export const useLang = (): Lang => useContext(PageContext).lang
export const useUiTexts = (): Translate<UiKey> => uiTexts(useLang()).t

/** Class names, empty ones left out. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
