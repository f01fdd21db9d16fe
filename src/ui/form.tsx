import { newId } from '#kernel'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import { classes, FormContext, PageContext, useUiTexts } from './context.ts'
import type { FieldValue } from './context.ts'
import { ErrorSummary } from './error-summary.tsx'

/** Names of the hidden fields that every changing form carries. */
export const FORM_FIELDS = { csrf: 'csrf', idempotencyKey: 'idempotencyKey', version: 'version' } as const

const Hidden = ({ name, value }: { readonly name: string; readonly value: string | number | undefined }) =>
  value === undefined ? null : <input type="hidden" name={name} value={value} />

/** A link to each wrong field. A key without a field (`''`, `form`) is shown as a sentence about the whole form. */
const summaryOf = (errors: Readonly<Record<string, string | undefined>>, idPrefix: string) =>
  Object.entries(errors).flatMap(([name, message]) =>
    message === undefined ? [] : [{ message, ...(name === '' || name === 'form' ? {} : { href: `#${idPrefix}${name}` }) }],
  )

/**
 * A form that changes something: post, with csrf token (from the page), idempotency key (fresh per rendering unless
 * given) and version. Fields inside find their kept value and their error by name. Errors come with a summary on top.
 */
export const Form = ({ action, values = {}, errors = {}, version, idempotencyKey, hidden = {}, idPrefix = '', id, upload, draft, inline, label, children }: {
  readonly action: string
  /** What was typed or what is stored, by field name. */
  readonly values?: Readonly<Record<string, FieldValue>>
  /** Message per field name; `form` for one about the whole. */
  readonly errors?: Readonly<Record<string, string | undefined>>
  readonly version?: number | string | undefined
  readonly idempotencyKey?: string | undefined
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
  /** Needed when a page has several forms with the same field names. */
  readonly idPrefix?: string
  readonly id?: string
  /** For forms with a file field. */
  readonly upload?: boolean
  /** Keeps what is typed in this browser until it is sent; a name that is stable for this form and record. */
  readonly draft?: string | undefined
  /** One line: a button with at most one small field. */
  readonly inline?: boolean
  readonly label?: string
  readonly children: ReactNode
}) => {
  const { csrfToken } = useContext(PageContext)
  const form = (
    <form
      className={classes('op-form', inline && 'op-form--inline')}
      action={action}
      method="post"
      encType={upload === true ? 'multipart/form-data' : undefined}
      id={id}
      aria-label={label}
      noValidate
    >
      <Hidden name={FORM_FIELDS.csrf} value={csrfToken} />
      <Hidden name={FORM_FIELDS.idempotencyKey} value={idempotencyKey ?? newId<string>()} />
      <Hidden name={FORM_FIELDS.version} value={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <ErrorSummary errors={summaryOf(errors, idPrefix)} />
      <FormContext value={{ idPrefix, values, errors }}>{children}</FormContext>
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
export const FilterForm = ({ action, values = {}, hidden = {}, idPrefix = '', label, children }: {
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
    <FormContext value={{ idPrefix, values, errors: {} }}>{children}</FormContext>
  </form>
)
