import type { z } from 'zod'
import { type CalendarDay, type Decision, PAGE_LANGUAGES, type PageLanguage, type Refusal, type Role } from '#kernel'
import type { Actor } from '../use-case/actor.ts'
import type { FieldError } from '../use-case/input.ts'
import type { UseCase } from '../use-case/use-case.ts'

export const UI_LANGUAGES = PAGE_LANGUAGES
export type UiLanguage = PageLanguage

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly current: boolean
  /** Under "More", beneath this heading; absent: in the menu itself. */
  readonly group?: string
}

/** What a person reads after a form was taken: shown once, on the next page. */
export interface Notice {
  readonly text: string
  /** A form that takes it back. */
  readonly undo?: { readonly action: string; readonly label: string; readonly fields: Readonly<Record<string, string>> }
}

/** A form that could not be taken: what was typed and what is wrong with it. */
export interface FormState {
  readonly id: string
  readonly fields: FormFields
  readonly errors: readonly FieldError[]
  readonly refusal: Refusal
}

/** Everything of the request that a view may use; all of it plain data. */
export interface PageContext {
  readonly lang: UiLanguage
  readonly actor: Actor | undefined
  readonly now: Date
  readonly today: CalendarDay
  /** Public address of this installation, for what goes on paper. */
  readonly origin?: string
  /** Path with query, for the language switch and for coming back. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
  readonly csrfToken: string
  /** A fresh idempotency key for each form on the page. */
  readonly formKey: () => string
  readonly notice: Notice | undefined
  readonly form: FormState | undefined
  readonly navigation: readonly NavigationItem[]
  readonly demo: boolean
}

export type RunUseCase = <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: unknown,
) => Promise<Decision<z.infer<Output>>>

export interface PageRequest extends PageContext {
  readonly run: RunUseCase
}

/** Who may open a page: these roles, or anybody who is (not) signed in. The data's own walls come on top. */
export type Audience = readonly Role[] | 'public'

export interface Page<Data = unknown> {
  /** `module.page`: also its name in the gates of the browser tests. */
  readonly id: string
  /** Fastify path: `/deelnemers/:participantId`. */
  readonly path: string
  readonly who: Audience
  readonly load: (request: PageRequest) => Promise<Decision<Data>>
  /** Renders the whole document. */
  readonly view: (data: Data, context: PageContext) => string
}

export const page = <Data>(definition: Page<Data>): Page<Data> => definition

/** What a file field held. */
export interface UploadedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The fields of a posted form, as typed. */
export interface FormFields {
  /** The text, '' when absent. */
  readonly text: (name: string) => string
  /** undefined when absent or left empty. */
  readonly optional: (name: string) => string | undefined
  readonly list: (name: string) => readonly string[]
  readonly checked: (name: string) => boolean
  /** A whole or decimal number with comma or point; undefined when empty, NaN when it is no number. */
  readonly number: (name: string) => number | undefined
  readonly file: (name: string) => UploadedFile | undefined
  readonly has: (name: string) => boolean
}

export interface FormDone {
  /** Where to go after the form was taken. */
  readonly to: string
  readonly notice?: Notice
}

export interface Form<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly id: string
  /** Fastify path of the POST. */
  readonly path: string
  readonly who: readonly Role[]
  readonly useCase: UseCase<Input, Output>
  /** Typed text to raw input; the use case's own schema validates. */
  readonly input: (fields: FormFields, params: Readonly<Record<string, string>>) => unknown
  readonly done: (output: z.infer<Output>, request: PageRequest & { readonly fields: FormFields }) => FormDone
  /** The page that shows the form again with errors and what was typed. */
  readonly page: AnyPage
  /** Parameters of that page when they differ from the form's. */
  readonly pageParams?: (fields: FormFields, params: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** When what it is about is gone meanwhile, the page stands all the same (as not found), so that what was typed can be copied. */
  readonly keepsWords?: true
  /** The largest body in bytes; for uploads. */
  readonly bodyLimit?: number
}

export interface AnyPage {
  readonly id: string
  readonly path: string
  readonly who: Audience
  readonly load: (request: PageRequest) => Promise<Decision<unknown>>
  readonly view: (data: never, context: PageContext) => string
}

export interface AnyForm {
  readonly id: string
  readonly path: string
  readonly who: readonly Role[]
  readonly useCase: UseCase
  readonly input: (fields: FormFields, params: Readonly<Record<string, string>>) => unknown
  readonly done: (output: never, request: PageRequest & { readonly fields: FormFields }) => FormDone
  readonly page: AnyPage
  readonly pageParams?: (fields: FormFields, params: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  readonly keepsWords?: true
  readonly bodyLimit?: number
}

export const form = <Input extends z.ZodObject, Output extends z.ZodType>(definition: Form<Input, Output>): AnyForm => definition

/** A file to save, made by a query. */
export interface DownloadFile {
  readonly fileName: string
  readonly contentType: string
  readonly body: string
}
/** A link that gives a file instead of a page. */
export interface Download {
  readonly id: string
  readonly path: string
  readonly who: readonly Role[]
  readonly load: (request: PageRequest) => Promise<Decision<DownloadFile>>
}

/** What a module puts on the web. */
export interface ModuleWeb {
  readonly pages: readonly AnyPage[]
  readonly forms: readonly AnyForm[]
  readonly downloads?: readonly Download[]
}
