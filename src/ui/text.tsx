import { type ReactNode, useContext } from 'react'
import { classes, FormContext } from './context.ts'

export type Level = 1 | 2 | 3 | 4

/** `looks` changes the size without changing the place in the outline. */
export const Heading = ({
  level,
  looks,
  id,
  children,
}: {
  readonly level: Level
  readonly looks?: Level
  readonly id?: string | undefined
  readonly children: ReactNode
}) => {
  const Tag = `h${level}` as const
  return (
    <Tag className={`nl-heading nl-heading--level-${looks ?? level}`} id={id}>
      {children}
    </Tag>
  )
}

export const Paragraph = ({
  lead,
  soft,
  children,
}: {
  readonly lead?: boolean
  readonly soft?: boolean
  readonly children: ReactNode
}) => <p className={classes('nl-paragraph', lead && 'nl-paragraph--lead', soft && 'op-soft')}>{children}</p>

/** Quieter, smaller words beside something more important. */
export const Soft = ({ children }: { readonly children: ReactNode }) => <span className="op-soft">{children}</span>

export const Link = ({
  href,
  lang,
  current,
  children,
}: {
  readonly href: string
  readonly lang?: string
  readonly current?: boolean
  readonly children: ReactNode
}) => (
  <a className="nl-link" href={href} lang={lang} aria-current={current === true ? 'page' : undefined}>
    {children}
  </a>
)

/** A person's own words: kept as said, never translated, in their own language and direction. */
export const Quote = ({ lang, children }: { readonly lang?: string | undefined; readonly children: ReactNode }) => (
  <blockquote className="op-quote" lang={lang} dir="auto">
    {children}
  </blockquote>
)

/** Free text as people typed it: line breaks kept, own direction. */
export const FreeText = ({ lang, children }: { readonly lang?: string | undefined; readonly children: ReactNode }) => (
  <div className="op-free-text" lang={lang} dir="auto">
    {children}
  </div>
)

export type Tone = 'orange' | 'green' | 'stone'
/** Orange: goals and what asks for attention; green: supply and what is ready; stone: neutral. */
export const Badge = ({ tone = 'stone', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`nl-data-badge op-badge--${tone}`}>{children}</span>
)

export const Badges = ({ children }: { readonly children: ReactNode }) => <div className="op-badges">{children}</div>

export interface Definition {
  readonly term: ReactNode
  readonly value: ReactNode
  readonly action?: ReactNode
}
export const DefinitionList = ({ items }: { readonly items: readonly Definition[] }) => (
  <dl className="op-definitions">
    {items.map((item, i) => (
      <div key={i}>
        <dt>{item.term}</dt>
        <dd>{item.value}</dd>
        {item.action === undefined ? null : <dd className="op-definitions__action">{item.action}</dd>}
      </div>
    ))}
  </dl>
)

/** Words to open when somebody wants them. In a form it opens by itself when one of the fields it `holds` was refused. */
export const Details = ({
  summary,
  open,
  id,
  holds = [],
  children,
}: {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly id?: string
  readonly holds?: readonly string[]
  readonly children: ReactNode
}) => {
  const { errors } = useContext(FormContext)
  const refused = holds.some(name => errors[name] !== undefined)
  return (
    <details className="op-details" open={open === true || refused} id={id}>
      <summary>{summary}</summary>
      <div className="op-details__body">{children}</div>
    </details>
  )
}

/** Only for screen readers. */
export const Unseen = ({ children }: { readonly children: ReactNode }) => <span className="op-unseen">{children}</span>
