import { Glyph } from './glyph.tsx'
import { furtherLanguage, participantLanguages } from './further-languages.ts'
import { directionOf } from './i18n.ts'
import type { Lang } from './i18n.ts'
import type { NavigationItem } from './navigation-item.ts'
import { ParticipantMenu } from './participant-menu.tsx'
import { uiTexts } from './texts.ts'

/** Who looks at the page. `none`: nobody is signed in (sign-in, public pages). */
export interface Viewer {
  readonly kind: 'staff' | 'participant' | 'none'
  readonly name?: string | undefined
  /** The role and organisation in words: "coach, De Brug Welzijn". */
  readonly role?: string | undefined
  readonly navigation: readonly NavigationItem[]
  /** Where the wheel leads; `/` when left out. */
  readonly homeHref?: string
  /** Search box; only for roles that may search people. */
  readonly search?:
    | { readonly action: string; readonly name?: string; readonly label?: string; readonly value?: string }
    | undefined
  /** Button that opens the note form; only for roles that write notes. */
  readonly note?: { readonly href: string; readonly label: string } | undefined
  /** Own account: sessions, second factor. */
  readonly accountHref?: string | undefined
  /** Post that ends the session; left out: no sign-out button. */
  readonly signOutAction?: string | undefined
}

const NAMES: Readonly<Record<string, string>> = { nl: 'Nederlands', en: 'English', ar: 'العربية' }
/** A language as its own speakers write it. */
export const languageName = (lang: Lang): string => NAMES[lang] ?? furtherLanguage(lang)?.name ?? lang
export const languagesFor = (viewer: Viewer): readonly Lang[] => (viewer.kind === 'staff' ? ['nl', 'en'] : participantLanguages())

/** The same page in another language; the server remembers the choice. An address with `//` in front would be another site's. */
export const languageHref = (returnPath: string, lang: Lang): string => {
  const [path = '/', query = ''] = returnPath.split('?')
  const search = new URLSearchParams(query)
  search.set('lang', lang)
  return `/${path.replace(/^[/\\]+/, '')}?${search.toString()}`
}

export const LanguageLinks = ({
  lang,
  viewer,
  returnPath,
}: {
  readonly lang: Lang
  readonly viewer: Viewer
  readonly returnPath: string
}) => (
  <ul className="op-languages">
    {languagesFor(viewer).map(language => (
      <li key={language}>
        <a
          href={languageHref(returnPath, language)}
          hrefLang={language}
          lang={language}
          dir={directionOf(language)}
          aria-current={language === lang ? 'true' : undefined}
        >
          {languageName(language)}
        </a>
      </li>
    ))}
  </ul>
)

/** The same choice within a page, for participants. */
export const LanguageChoice = ({ lang, returnPath }: { readonly lang: Lang; readonly returnPath: string }) => (
  <LanguageLinks lang={lang} viewer={{ kind: 'participant', navigation: [] }} returnPath={returnPath} />
)

const Navigation = ({ lang, items }: { readonly lang: Lang; readonly items: readonly NavigationItem[] }) => (
  <nav className="op-navigation" aria-label={uiTexts(lang).t('navigation')}>
    <ul>
      {items.map(item => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Search = ({ lang, search }: { readonly lang: Lang; readonly search: NonNullable<Viewer['search']> }) => {
  const { t } = uiTexts(lang)
  const label = search.label ?? t('search')
  return (
    <form className="op-search" action={search.action} method="get" role="search">
      <label className="op-unseen" htmlFor="site-search">
        {label}
      </label>
      <input
        className="utrecht-textbox utrecht-textbox--html-input"
        id="site-search"
        type="search"
        name={search.name ?? 'q'}
        placeholder={label}
        defaultValue={search.value}
        autoComplete="off"
        data-shortcut="/"
      />
      <kbd className="op-key" aria-hidden="true">
        /
      </kbd>
      <button className="op-unseen op-search__submit" type="submit">
        {t('searchSubmit')}
      </button>
    </form>
  )
}

const Note = ({ note }: { readonly note: NonNullable<Viewer['note']> }) => (
  <a className="nl-button nl-button--secondary op-note-button" href={note.href} data-shortcut="n">
    {note.label}
    <kbd className="op-key" aria-hidden="true">
      n
    </kbd>
  </a>
)

/** Participants choose their language at the top of the page; staff do so at the bottom. */
const LanguageMenu = ({
  lang,
  viewer,
  returnPath,
}: {
  readonly lang: Lang
  readonly viewer: Viewer
  readonly returnPath: string
}) => (
  <details className="op-language-menu">
    <summary className="nl-button nl-button--secondary">
      {uiTexts(lang).t('language')}: {lang.toUpperCase()}
    </summary>
    <LanguageLinks lang={lang} viewer={viewer} returnPath={returnPath} />
  </details>
)

export const PageHeader = ({
  lang,
  viewer,
  returnPath,
  bare,
}: {
  readonly lang: Lang
  readonly viewer: Viewer
  readonly returnPath: string
  /** Only the wheel: conversation mode. */
  readonly bare: boolean
}) => (
  <header className="op-header">
    <a className="op-logo" href={viewer.homeHref ?? '/'} aria-label={uiTexts(lang).t('home')}>
      <Glyph size="logo" />
      <span className="op-logo__name">Opstap</span>
    </a>
    {bare || viewer.navigation.length === 0 || viewer.kind === 'participant' ? null : (
      <Navigation lang={lang} items={viewer.navigation} />
    )}
    {bare || (viewer.search === undefined && viewer.note === undefined) ? null : (
      <div className="op-header__tools">
        {viewer.search === undefined ? null : <Search lang={lang} search={viewer.search} />}
        {viewer.note === undefined ? null : <Note note={viewer.note} />}
      </div>
    )}
    {viewer.kind === 'staff' ? null : <LanguageMenu lang={lang} viewer={viewer} returnPath={returnPath} />}
    {bare || viewer.navigation.length === 0 || viewer.kind !== 'participant' ? null : (
      <ParticipantMenu lang={lang} items={viewer.navigation} />
    )}
  </header>
)
