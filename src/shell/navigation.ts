import type { Actor, AnyPage, NavigationItem, Role, UiLanguage } from '#platform'
import { shellTexts } from './texts.ts'

const ITEMS = [
  { path: '/partner', key: 'navigation.visitors' },
  { path: '/vandaag', key: 'navigation.today' },
  { path: '/deelnemers', key: 'navigation.participants' },
  { path: '/aanmeldingen', key: 'navigation.referrals' },
  { path: '/aanbod', key: 'navigation.supply' },
  { path: '/aanbod/importeren', key: 'navigation.import' },
  { path: '/beheer/medewerkers', key: 'navigation.members' },
  { path: '/mijn', key: 'navigation.myStep' },
  { path: '/mijn/plan', key: 'navigation.myPlan' },
  { path: '/mijn/mensen', key: 'navigation.myPeople' },
  { path: '/mijn/inzage', key: 'navigation.whoLooked' },
] as const

const isFor = (pages: readonly AnyPage[], path: string, role: Role): boolean =>
  pages.some(page => page.path === path && page.who !== 'public' && page.who.includes(role))

/** The longest item that this address lies under is the current one. */
const currentPath = (paths: readonly string[], path: string): string | undefined =>
  paths.filter(item => path === item || path.startsWith(`${item}/`)).toSorted((a, b) => b.length - a.length)[0]

/** Only what exists for this role: an item comes with its page. */
export const navigationFor = (
  pages: readonly AnyPage[],
  actor: Actor | undefined,
  lang: UiLanguage,
  path: string,
): readonly NavigationItem[] => {
  if (actor === undefined) return []
  const { t } = shellTexts(lang)
  const items = ITEMS.filter(item => isFor(pages, item.path, actor.role))
  const current = currentPath(
    items.map(item => item.path),
    path,
  )
  return items.map(item => ({ href: item.path, label: t(item.key), current: item.path === current }))
}

/** Where somebody lands after signing in: the first thing in the menu. */
export const homeFor = (pages: readonly AnyPage[], role: Role): string =>
  ITEMS.find(item => isFor(pages, item.path, role))?.path ?? '/account'
