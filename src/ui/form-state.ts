import type { FieldValue } from './context.ts'
import type { Lang } from './i18n.ts'
import { uiTexts } from './texts.ts'

/** One thing that is wrong: the field (`''` for the whole form), a stable code, and what a message needs. */
export interface FormError {
  readonly field: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}
/** A form that could not be taken, as the platform hands it back to the page. */
export interface RefusedForm {
  readonly id: string
  readonly fields: {
    readonly list: (name: string) => readonly string[]
    readonly has: (name: string) => boolean
  }
  readonly errors: readonly FormError[]
}
/** Words for errors: by `field.code`, by field, or by code. */
export type ErrorWords = Readonly<Record<string, string>>

const KNOWN = [
  'required',
  'characters',
  'choice',
  'invalid',
  'type',
  'tooSmall.string',
  'tooSmall.number',
  'tooSmall.array',
  'tooSmall.date',
  'tooBig.string',
  'tooBig.number',
  'tooBig.array',
  'tooBig.date',
  'format.email',
  'format.date',
  'format.time',
  'format.url',
  'bsn',
  'versionConflict',
  'notPossibleNow',
  'alreadyDone',
  'full',
  'duplicate',
  'tooMany',
  'keyUsedOtherwise',
] as const

/** The sentence for one error: the form's own words first, then the kit's for that code. */
export const errorMessage = (error: FormError, lang: Lang, words: ErrorWords = {}): string => {
  const own = words[`${error.field}.${error.code}`] ?? words[error.field] ?? words[error.code]
  if (own !== undefined) return own
  const known = KNOWN.find(code => code === error.code) ?? 'invalid'
  return uiTexts(lang).t(`errors.${known}`, error.params)
}

/** The first message per field; a nested field (`address.postcode`) also counts under its own name. */
export const errorMessages = (errors: readonly FormError[], lang: Lang, words?: ErrorWords): Readonly<Record<string, string>> => {
  const messages: Record<string, string> = {}
  for (const error of errors) messages[error.field] ??= errorMessage(error, lang, words)
  return messages
}

/** What is no day because nothing was typed is a day that is missing. */
export const errorsOf = ({ errors, fields }: RefusedForm): readonly FormError[] =>
  errors.map(error =>
    error.code.startsWith('format.') && fields.has(error.field) && fields.list(error.field).every(typed => typed.trim() === '')
      ? { ...error, code: 'required' }
      : error,
  )

/** What was typed; a box that was left empty stays empty, whatever is stored. */
export const typedValue = (refused: RefusedForm, name: string): FieldValue => {
  if (!refused.fields.has(name)) return undefined
  const typed = refused.fields.list(name)
  return typed.length === 1 ? typed[0] : typed
}
