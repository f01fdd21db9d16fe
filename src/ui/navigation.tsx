import type { ReactNode } from 'react'
import { useUiTexts } from './context.ts'

export interface Tab {
  readonly href: string
  readonly label: ReactNode
  readonly current: boolean
  readonly count?: number
}
/** Views of the same thing; each is a page with its own address. */
export const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav className="op-tabs" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <span className="op-tabs__count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Nothing when there is one page. `hrefOf` makes the address of a page, counted from 1. */
export const Pagination = ({
  page,
  pages,
  hrefOf,
}: {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}) => {
  const t = useUiTexts()
  if (pages <= 1) return null
  return (
    <nav className="op-pagination" aria-label={t('pages')}>
      {page <= 1 ? null : (
        <a className="nl-button nl-button--secondary" rel="prev" href={hrefOf(page - 1)}>
          {t('previous')}
        </a>
      )}
      <span className="op-soft">{t('pageOf', { page, pages })}</span>
      {page >= pages ? null : (
        <a className="nl-button nl-button--secondary" rel="next" href={hrefOf(page + 1)}>
          {t('next')}
        </a>
      )}
    </nav>
  )
}

export interface Crumb {
  readonly href: string
  readonly label: ReactNode
}
/** The way back up; the page itself is not in it. */
export const Breadcrumbs = ({ items }: { readonly items: readonly Crumb[] }) => {
  const t = useUiTexts()
  return (
    <nav className="op-crumbs" aria-label={t('breadcrumb')}>
      <ol>
        {items.map(item => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type TimelineState = 'done' | 'now' | 'open'
export interface TimelineItem {
  readonly key: string
  /** Filled dot, open dot on a tint, open dot. */
  readonly state: TimelineState
  readonly title: ReactNode
  readonly href?: string | undefined
  readonly detail?: ReactNode
  readonly children?: ReactNode
}
/** Steps or events in order, as on the goal card of the dossier. Say in `detail` what the dot shows ("gedaan op …"). */
export const Timeline = ({ items, label }: { readonly items: readonly TimelineItem[]; readonly label?: string }) => (
  <ol className="op-timeline" aria-label={label}>
    {items.map(item => (
      <li
        className={`op-timeline__item op-timeline__item--${item.state}`}
        key={item.key}
        aria-current={item.state === 'now' ? 'step' : undefined}
      >
        <span
          className={item.state === 'done' ? 'op-dot op-dot--large op-dot--done' : 'op-dot op-dot--large'}
          aria-hidden="true"
        />
        <div className="op-timeline__words">
          <span className="op-timeline__title">
            {item.href === undefined ? item.title : <a href={item.href}>{item.title}</a>}
          </span>
          {item.detail === undefined ? null : <span className="op-soft">{item.detail}</span>}
          {item.children}
        </div>
      </li>
    ))}
  </ol>
)
