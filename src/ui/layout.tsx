import type { ReactNode } from 'react'
import { classes } from './context.ts'
import { Heading } from './text.tsx'
import type { Level } from './text.tsx'

/** Title of the page with the line above it and the actions beside it. One per page. */
export const PageHead = ({
  above,
  title,
  lead,
  actions,
  glyph,
}: {
  readonly above?: ReactNode
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly glyph?: ReactNode
}) => (
  <div className="op-page-head">
    {glyph === undefined ? null : <div className="op-page-head__glyph">{glyph}</div>}
    <div className="op-page-head__words">
      {above === undefined ? null : <p className="op-page-head__above">{above}</p>}
      <Heading level={1}>{title}</Heading>
      {lead === undefined ? null : <p className="nl-paragraph nl-paragraph--lead">{lead}</p>}
    </div>
    {actions === undefined ? null : <div className="op-actions op-page-head__actions">{actions}</div>}
  </div>
)

/** A surface with a hairline. With `title` it is a section of the outline. */
export const Card = ({
  title,
  level = 2,
  badges,
  tint,
  id,
  actions,
  centred,
  children,
}: {
  readonly title?: ReactNode
  readonly level?: Level
  readonly badges?: ReactNode
  readonly tint?: 'orange' | 'green' | 'stone' | undefined
  readonly id?: string
  readonly actions?: ReactNode
  /** Words in the middle: the participant's next step. */
  readonly centred?: boolean
  readonly children?: ReactNode
}) => {
  const Tag = title === undefined ? 'div' : 'section'
  return (
    <Tag className={classes('op-card', tint && `op-card--${tint}`, centred && 'op-card--centred')} id={id}>
      {badges === undefined ? null : <div className="op-badges">{badges}</div>}
      {title === undefined ? null : (
        <Heading level={level} looks={3}>
          {title}
        </Heading>
      )}
      {children}
      {actions === undefined ? null : <div className="op-actions">{actions}</div>}
    </Tag>
  )
}

/** A titled part of the page without a surface. */
export const Section = ({
  title,
  level = 2,
  id,
  actions,
  children,
}: {
  readonly title: ReactNode
  readonly level?: Level
  readonly id?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => (
  <section className="op-section" id={id}>
    <div className="op-section__head">
      <Heading level={level}>{title}</Heading>
      {actions === undefined ? null : <div className="op-actions">{actions}</div>}
    </div>
    {children}
  </section>
)

/** Children under each other with even space. */
export const Stack = ({ children }: { readonly children: ReactNode }) => <div className="op-stack">{children}</div>

/**
 * Children beside each other, under each other when narrow. `halves` two equal columns, `wide-first` and `wide-last`
 * five to four, `thirds` as many cards as fit.
 */
export const Columns = ({
  kind = 'halves',
  children,
}: {
  readonly kind?: 'halves' | 'wide-first' | 'wide-last' | 'thirds'
  readonly children: ReactNode
}) => <div className={`op-columns op-columns--${kind}`}>{children}</div>

/** Lines of a comfortable length, for a form or a text. */
export const Narrow = ({ children }: { readonly children: ReactNode }) => <div className="op-narrow">{children}</div>

export interface RowProps {
  /** At the start: a time, a glyph, a badge. */
  readonly start?: ReactNode
  readonly glyph?: ReactNode
  readonly title: ReactNode
  /** Makes the title a link that covers the whole row. */
  readonly href?: string | undefined
  readonly detail?: ReactNode
  readonly end?: ReactNode
  /** What the row leads to, as a verb; part of the link. */
  readonly action?: string
}
/** A line in a list, as in the agenda of Today. */
export const Row = ({ start, glyph, title, href, detail, end, action }: RowProps) => (
  <li className="op-row">
    {start === undefined ? null : <div className="op-row__start">{start}</div>}
    {glyph === undefined ? null : <div className="op-row__glyph">{glyph}</div>}
    <div className="op-row__words">
      <span className="op-row__title">
        {href === undefined ? (
          title
        ) : (
          <a href={href}>
            {title}
            {action === undefined ? null : <span className="op-unseen">: {action}</span>}
          </a>
        )}
      </span>
      {detail === undefined ? null : <span className="op-soft">{detail}</span>}
    </div>
    {action === undefined ? null : (
      <span className="op-row__action" aria-hidden="true">
        {action}
      </span>
    )}
    {end === undefined ? null : <div className="op-row__end">{end}</div>}
  </li>
)
/** `badges`: each row starts with a badge, and the words line up behind them. */
export const Rows = ({
  label,
  kind,
  children,
}: {
  readonly label?: string
  readonly kind?: 'badges'
  readonly children: ReactNode
}) => (
  <ul className={classes('op-rows', kind === 'badges' && 'op-rows--badges')} aria-label={label}>
    {children}
  </ul>
)
