import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token of a session's forms: nobody can make it without the secret, and it ends with the session. */
export const csrfTokenFor = (secret: string, sessionTokenHash: string): string =>
  createHmac('sha256', secret).update(`csrf\0${sessionTokenHash}`).digest('base64url')

export const isSameToken = (given: string, expected: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface RequestSource {
  readonly fetchSite: string | undefined
  readonly origin: string | undefined
  readonly host: string | undefined
  /** The configured public address, when behind a proxy. */
  readonly ownOrigin: string | undefined
}

/** Does this changing request come from our own pages? By Fetch Metadata, else by Origin; without either it is refused. */
export const isOwnRequest = (source: RequestSource): boolean => {
  if (source.fetchSite !== undefined) return source.fetchSite === 'same-origin' || source.fetchSite === 'none'
  if (source.origin === undefined) return false
  if (source.ownOrigin !== undefined) return source.origin === new URL(source.ownOrigin).origin
  try {
    return new URL(source.origin).host === source.host
  } catch {
    return false
  }
}
