import '@fastify/cookie'
import { createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isSameToken } from '../web/csrf.ts'
import type { PresentedToken } from '../web/serve.ts'

export const COOKIE_PREFIX = 'opstap'
/** Behind https the name itself makes browsers refuse the cookie over http. */
const cookieName = (name: string, secure: boolean): string => `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`
export const sessionCookieName = (secure: boolean): string => cookieName('session_token', secure)
/** Of somebody whose password was right and who still owes the second step. */
export const secondFactorCookieName = (secure: boolean): string => cookieName('two_factor', secure)

/** The key of better-auth's cookies and stored secrets: another one than that of form tokens and notices. */
export const authSecretFrom = (secret: string): string => createHmac('sha256', secret).update('sign-in').digest('base64url')

const signatureOf = (token: string, authSecret: string): string => createHmac('sha256', authSecret).update(token).digest('base64')

/** The token in a signed cookie value, when the signature is ours. */
export const verifiedToken = (value: string | undefined, authSecret: string): string | undefined => {
  const at = value?.lastIndexOf('.') ?? -1
  if (value === undefined || at < 1) return undefined
  const token = value.slice(0, at)
  return isSameToken(value.slice(at + 1), signatureOf(token, authSecret)) ? token : undefined
}

/** A Set-Cookie line for a session, signed and named as better-auth does. */
export const signedCookie = (
  token: string,
  {
    authSecret,
    secure,
    maxAge,
  }: { readonly authSecret: string; readonly secure: boolean; /** In seconds. */ readonly maxAge: number },
): string => {
  const value = encodeURIComponent(`${token}.${signatureOf(token, authSecret)}`)
  return `${sessionCookieName(secure)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** One cookie of a Cookie header. */
export const cookieIn = (header: string | undefined, name: string): string | undefined => {
  const pair = header?.split('; ').find(part => part.startsWith(`${name}=`))
  try {
    return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return undefined
  }
}

const BEARER = /^Bearer ([\w.~+/-]{20,200}=*)$/i

/** What a request presents: a bearer token, else the session cookie. Checked in the process; the row is looked up elsewhere. */
export const tokenReader =
  (authSecret: string, secure: boolean) =>
  (request: Pick<FastifyRequest, 'headers' | 'cookies'>): PresentedToken | undefined => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const bearer = BEARER.exec(authorization)?.[1]
      return bearer === undefined ? undefined : { token: bearer, via: 'bearer' }
    }
    const token = verifiedToken(request.cookies[sessionCookieName(secure)], authSecret)
    return token === undefined ? undefined : { token, via: 'cookie' }
  }
