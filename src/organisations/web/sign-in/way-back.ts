const OWN = 'http://own.invalid'
const HIDDEN = /[\s\p{Cc}\\]/u

/** Where to go after signing in: a path of our own, or the start. Never another site, whatever the address says. */
export const wayBack = (asked: string | undefined): string => {
  if (asked === undefined || asked.length > 500 || !asked.startsWith('/') || HIDDEN.test(asked)) return '/'
  const url = URL.canParse(asked, OWN) ? new URL(asked, OWN) : undefined
  if (url === undefined || url.origin !== OWN || url.pathname.startsWith('//')) return '/'
  if (/^\/(?:aanmelden|afmelden|account\/tweede-factor)(?:\/|$)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

export const withWayBack = (path: string, back: string): string =>
  back === '/' ? path : `${path}?terug=${encodeURIComponent(back)}`
