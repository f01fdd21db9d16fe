import { authSecretFrom, signedCookie } from '../../src/platform/sessions/cookie.ts'

/** The cookie that a browser with this session would send. */
export const createTestSession = (secret: string, token: string): string =>
  signedCookie(token, { authSecret: authSecretFrom(secret), secure: false, maxAge: 60 }).split(';')[0] ?? ''
