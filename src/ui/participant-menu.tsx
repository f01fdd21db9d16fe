import { classes } from './context.ts'
import type { Lang } from './i18n.ts'
import type { NavigationItem } from './navigation-item.ts'
import { uiTexts } from './texts.ts'

const Item = ({ item }: { readonly item: NavigationItem }) => (
  <li>
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.label}
    </a>
  </li>
)

interface Group {
  readonly heading: string
  readonly items: readonly NavigationItem[]
}

const groupsOf = (items: readonly NavigationItem[]): readonly Group[] =>
  [...new Set(items.flatMap(item => item.group ?? []))].map(heading => ({
    heading,
    items: items.filter(item => item.group === heading),
  }))

/** A few things at once, the rest behind "More": opens without a script, and is one tap away on every page. */
export const ParticipantMenu = ({ lang, items }: { readonly lang: Lang; readonly items: readonly NavigationItem[] }) => {
  const { t } = uiTexts(lang)
  const groups = groupsOf(items)
  const isInMore = items.some(item => item.group !== undefined && item.current)
  return (
    <nav className="op-menu" aria-label={t('navigation')}>
      <ul className="op-menu__bar">
        {items
          .filter(item => item.group === undefined)
          .map(item => (
            <Item key={item.href} item={item} />
          ))}
      </ul>
      {groups.length === 0 ? null : (
        <details className="op-menu__more">
          <summary className={classes(isInMore && 'op-menu__here')}>{t('more')}</summary>
          <div className="op-menu__groups">
            {groups.map(({ heading, items: inGroup }) => (
              <section key={heading} aria-label={heading}>
                <p className="op-menu__heading" aria-hidden="true">
                  {heading}
                </p>
                <ul>
                  {inGroup.map(item => (
                    <Item key={item.href} item={item} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </details>
      )}
    </nav>
  )
}
