import type { ReactNode } from 'react'
import { useUiTexts } from './context.ts'
import { Form } from './form.tsx'
import { Heading } from './text.tsx'
import type { Level } from './text.tsx'

/** A post that takes back what was just done. */
export interface Undo {
  readonly action: string
  readonly label?: string
  readonly fields?: Readonly<Record<string, string | number>>
}
export interface NoticeProps {
  readonly children: ReactNode
  /** `done`: something was saved; `info`: something to know. */
  readonly kind?: 'done' | 'info'
  readonly undo?: Undo | undefined
}
/** What just happened, said politely, with a way back. A `done` notice also tells the browser to drop the sent draft. */
export const Notice = ({ children, kind = 'done', undo }: NoticeProps) => {
  const t = useUiTexts()
  return (
    <div className={`op-notice op-notice--${kind}`} role="status" data-saved={kind === 'done' ? '' : undefined}>
      <div className="op-notice__words">{children}</div>
      {undo === undefined ? null : (
        <Form action={undo.action} hidden={undo.fields ?? {}} inline>
          <button className="nl-button nl-button--secondary" type="submit">
            {undo.label === undefined || undo.label === '' ? t('undo') : undo.label}
          </button>
        </Form>
      )}
    </div>
  )
}

/** Something to know before going on; not announced by itself. */
export const Callout = ({
  tone = 'stone',
  title,
  level = 3,
  children,
}: {
  readonly tone?: 'orange' | 'green' | 'stone'
  readonly title?: ReactNode
  readonly level?: Level
  readonly children: ReactNode
}) => (
  <div className={`op-callout op-callout--${tone}`}>
    {title === undefined ? null : (
      <Heading level={level} looks={4}>
        {title}
      </Heading>
    )}
    {children}
  </div>
)

/** Nothing here yet: says what will be here and offers the first action. */
export const EmptyState = ({
  title,
  level = 2,
  glyph,
  action,
  children,
}: {
  readonly title: ReactNode
  readonly level?: Level
  readonly glyph?: ReactNode
  readonly action?: ReactNode
  readonly children?: ReactNode
}) => (
  <div className="op-empty">
    {glyph}
    <Heading level={level} looks={3}>
      {title}
    </Heading>
    {children === undefined ? null : <div className="op-empty__words">{children}</div>}
    {action === undefined ? null : <div className="op-actions">{action}</div>}
  </div>
)

export interface ConflictField {
  readonly label: string
  readonly theirs: string
  readonly yours: string
}
/**
 * Two people changed the same record. Shows both texts; `children` are the form's buttons ("mijn tekst bewaren",
 * "die van de ander laten staan"), posted with the newest version.
 */
export const ConflictPanel = ({
  by,
  fields,
  children,
}: {
  readonly by?: string | undefined
  readonly fields: readonly ConflictField[]
  readonly children?: ReactNode
}) => {
  const t = useUiTexts()
  const theirs = by === undefined ? t('conflictTheirsUnknown') : t('conflictTheirs', { name: by })
  return (
    <section className="op-conflict" role="alert" aria-labelledby="conflict-title" tabIndex={-1} autoFocus>
      <h2 className="nl-heading nl-heading--level-3" id="conflict-title">
        {t('conflictTitle')}
      </h2>
      <p className="nl-paragraph">{t('conflictHelp')}</p>
      {fields.map(field => (
        <div className="op-conflict__field" key={field.label}>
          <h3 className="nl-heading nl-heading--level-4">{field.label}</h3>
          <div className="op-columns op-columns--halves">
            <ConflictText title={theirs} text={field.theirs} />
            <ConflictText title={t('conflictYours')} text={field.yours} />
          </div>
        </div>
      ))}
      {children}
    </section>
  )
}
const ConflictText = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div className="op-conflict__text">
    <p className="op-soft">{title}</p>
    <div className="op-free-text" dir="auto">
      {text}
    </div>
  </div>
)

/** How far something is; `label` says it in words as well. */
export const ProgressBar = ({ value, max, label }: { readonly value: number; readonly max: number; readonly label: string }) => (
  <div className="op-progress">
    <span className="op-progress__label">{label}</span>
    <progress value={value} max={max} aria-label={label} />
  </div>
)

/** One dot per step, filled when done; the words are for who cannot see the dots. */
export const StepDots = ({ done, total }: { readonly done: number; readonly total: number }) => {
  const t = useUiTexts()
  return (
    <span className="op-dots" role="img" aria-label={t('stepsDone', { done, count: total })}>
      {Array.from({ length: total }, (_, i) => (
        <span key={i} className={i < done ? 'op-dot op-dot--done' : 'op-dot'} />
      ))}
    </span>
  )
}
