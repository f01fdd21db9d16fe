import { useContext } from 'react'
import { FormContext, useUiTexts } from './context.ts'

export interface SummaryError {
  readonly message: string
  /** The field it is about, `#id`. */
  readonly href?: string
}

/** What is not right, what was kept, and a link to each field. Takes the focus when the page opens. */
export const ErrorSummary = ({ errors, title }: { readonly errors: readonly SummaryError[]; readonly title?: string }) => {
  const t = useUiTexts()
  const { idPrefix } = useContext(FormContext)
  if (errors.length === 0) return null
  const titleId = `${idPrefix}error-title`
  return (
    <div className="op-error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1} autoFocus>
      <h2 className="nl-heading nl-heading--level-3" id={titleId}>
        {title ?? t('errorTitle')}
      </h2>
      <ul>
        {errors.map(error => (
          <li key={`${error.href}${error.message}`}>
            {error.href === undefined ? error.message : <a href={error.href}>{error.message}</a>}
          </li>
        ))}
      </ul>
      <p>{t('errorKept')}</p>
    </div>
  )
}
