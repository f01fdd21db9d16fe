import type { Actor, AnyPage, NavigationItem, Role, UiLanguage } from '#platform'
import { menuTexts, PARTICIPANT_MENU } from './participant-menu.ts'
import { shellTexts } from './texts.ts'

const ITEMS = [
  { path: '/partner', key: 'navigation.visitors' },
  { path: '/vandaag', key: 'navigation.today' },
  { path: '/deelnemers', key: 'navigation.participants' },
  { path: '/aanmeldingen', key: 'navigation.referrals' },
  { path: '/beleid/wiel', key: 'navigation.policyWheel' },
  { path: '/adviezen', key: 'navigation.advices' },
  { path: '/aanbod', key: 'navigation.supply' },
  { path: '/aanbod/importeren', key: 'navigation.import' },
  { path: '/beheer/medewerkers', key: 'navigation.members' },
  { path: '/beheer/instrumenten', key: 'navigation.instruments' },
  { path: '/beheer/waardering', key: 'navigation.recognition' },
  { path: '/beheer/bedragen', key: 'navigation.limits' },
  { path: '/beheer/trajecten', key: 'navigation.types' },
] as const

const isFor = (pages: readonly AnyPage[], path: string, role: Role): boolean =>
  pages.some(page => page.path === path && page.who !== 'public' && page.who.includes(role))

/** The longest item that this address lies under is the current one. */
const currentPath = (paths: readonly string[], path: string): string | undefined =>
  paths.filter(item => path === item || path.startsWith(`${item}/`)).toSorted((a, b) => b.length - a.length)[0]

interface Item {
  readonly path: string
  readonly label: string
  readonly group?: string
}

const staffItems = (lang: UiLanguage): readonly Item[] => {
  const { t } = shellTexts(lang)
  return ITEMS.map(({ path, key }) => ({ path, label: t(key) }))
}

const participantItems = (lang: UiLanguage): readonly Item[] => {
  const { t } = menuTexts(lang)
  return PARTICIPANT_MENU.map(entry => ({
    path: entry.path,
    label: t(entry.item),
    ...('group' in entry ? { group: t(entry.group) } : {}),
  }))
}

const itemsFor = (role: Role, lang: UiLanguage): readonly Item[] =>
  role === 'participant' ? participantItems(lang) : staffItems(lang)

/** Only what exists for this role: an item comes with its page. */
export const navigationFor = (
  pages: readonly AnyPage[],
  actor: Actor | undefined,
  lang: UiLanguage,
  path: string,
): readonly NavigationItem[] => {
  if (actor === undefined) return []
  const items = itemsFor(actor.role, lang).filter(item => isFor(pages, item.path, actor.role))
  const current = currentPath(
    items.map(item => item.path),
    path,
  )
  return items.map(({ path: href, ...words }) => ({ href, ...words, current: href === current }))
}

/** Where somebody lands after signing in: the first thing in the menu. */
export const homeFor = (pages: readonly AnyPage[], role: Role): string =>
  itemsFor(role, 'nl').find(item => isFor(pages, item.path, role))?.path ?? '/account'
