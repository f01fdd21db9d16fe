import { newId } from '#kernel'
import { useContext } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { classes, FormContext, PageContext, useUiTexts } from './context.ts'
import type { FieldValue } from './context.ts'
import { ErrorSummary } from './error-summary.tsx'
import { errorMessages, errorsOf, typedValue } from './form-state.ts'
import type { ErrorWords, RefusedForm } from './form-state.ts'

type Errors = Readonly<Record<string, string | undefined>>

/** Names of the hidden fields that every changing form carries. */
export const FORM_FIELDS = { csrf: '_csrf', idempotencyKey: '_key', version: 'version' } as const

const Hidden = ({ name, value }: { readonly name: string; readonly value: string | number | undefined }) =>
  value === undefined ? null : <input type="hidden" name={name} value={value} />

/** Where each field stands in the form: its name in what the form shows. */
const placesIn = (html: string): ReadonlyMap<string, number> =>
  new Map([...html.matchAll(/ name="([^"]*)"/g)].map(({ 1: name = '', index }) => [name, index] as const).toReversed())

/** In the order of the page, whatever the order in which they were found; what is about no field comes first. */
const inOrderOf = (fields: ReactElement, errors: Errors): Errors => {
  const wrong = Object.entries(errors)
  if (wrong.length < 2) return errors
  const places = placesIn(renderToStaticMarkup(fields))
  return Object.fromEntries(wrong.toSorted(([a], [b]) => (places.get(a) ?? -1) - (places.get(b) ?? -1)))
}

/** A link to each wrong field; an error of the whole form is a sentence. */
const summaryOf = (errors: Errors, labels: Readonly<Record<string, string>>, idPrefix: string) =>
  Object.entries(errors).flatMap(([name, words]) => {
    if (words === undefined) return []
    const label = labels[name]
    const message = label === undefined ? words : `${label}${label.endsWith('?') ? '' : ':'} ${words}`
    return [name === '' ? { message } : { message, href: `#${idPrefix}${name}` }]
  })

export interface FormProps {
  /** The path of the POST. */
  readonly action: string
  /** Id of the platform's form; says whether `refused` is about this form on the page. */
  readonly id?: string
  /** `context.form`: what could not be taken. Brings back what was typed and says what is wrong. */
  readonly refused?: RefusedForm | undefined
  /** Words for errors by `field.code`, field or code; the kit has general ones. */
  readonly words?: ErrorWords
  /** Name of each field for the summary: "Doel: vul dit in". */
  readonly labels?: Readonly<Record<string, string>>
  /** What is stored, by field name. */
  readonly values?: Readonly<Record<string, FieldValue>>
  /** Messages of the page's own making, by field name; `''` is about the whole form. */
  readonly errors?: Readonly<Record<string, string | undefined>>
  readonly version?: number | string | undefined
  /** Left out: a fresh one. */
  readonly idempotencyKey?: string | undefined
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
  /** Needed when a page has several forms with the same field names. */
  readonly idPrefix?: string
  /** For forms with a file field. */
  readonly upload?: boolean
  /** Keeps what is typed in this browser until it is sent; a name that is stable for this form and record. */
  readonly draft?: string | undefined
  /** One line: a button with at most one small field. */
  readonly inline?: boolean
  readonly label?: string
  readonly children: ReactNode
}

/**
 * A form that changes something: post, with csrf token (from the page), idempotency key and version. Fields inside
 * find their kept value and their error by name; errors come with a summary on top.
 */
export const Form = (props: FormProps) => {
  const { values = {}, errors = {}, labels = {}, idPrefix = '', draft } = props
  const page = useContext(PageContext)
  const refused = props.refused !== undefined && props.refused.id === props.id ? props.refused : undefined
  const messages = refused === undefined ? errors : { ...errorMessages(errorsOf(refused), page.lang, props.words), ...errors }
  const valueOf = (name: string): FieldValue => (refused === undefined ? values[name] : typedValue(refused, name))
  const fields = <FormContext value={{ idPrefix, valueOf, errors: messages }}>{props.children}</FormContext>
  const form = (
    <form
      className={classes('op-form', props.inline && 'op-form--inline')}
      action={props.action}
      method="post"
      encType={props.upload === true ? 'multipart/form-data' : undefined}
      id={props.id}
      aria-label={props.label}
      noValidate
    >
      <Hidden name={FORM_FIELDS.csrf} value={page.csrfToken} />
      <Hidden name={FORM_FIELDS.idempotencyKey} value={props.idempotencyKey ?? page.formKey?.() ?? newId<string>()} />
      <Hidden name={FORM_FIELDS.version} value={props.version} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <ErrorSummary errors={summaryOf(inOrderOf(<PageContext value={page}>{fields}</PageContext>, messages), labels, idPrefix)} />
      {fields}
    </form>
  )
  return draft === undefined ? form : <DraftKeeper name={draft}>{form}</DraftKeeper>
}

const DraftKeeper = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const t = useUiTexts()
  return (
    <draft-keeper
      data-draft={name}
      data-restored={t('draftRestored')}
      data-discard={t('draftDiscard')}
      data-offline={t('draftOffline')}
      data-online={t('draftOnline')}
    >
      {children}
    </draft-keeper>
  )
}

/** A form that only asks: filters and searches, whose answer can be bookmarked. */
export const FilterForm = ({
  action,
  values = {},
  hidden = {},
  idPrefix = '',
  label,
  children,
}: {
  readonly action: string
  readonly values?: Readonly<Record<string, FieldValue>>
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
  readonly idPrefix?: string
  readonly label?: string
  readonly children: ReactNode
}) => (
  <form className="op-form op-form--filter" action={action} method="get" aria-label={label} noValidate>
    {Object.entries(hidden).map(([name, value]) => (
      <Hidden key={name} name={name} value={value} />
    ))}
    <FormContext value={{ idPrefix, valueOf: name => values[name], errors: {}, filter: true }}>{children}</FormContext>
  </form>
)
