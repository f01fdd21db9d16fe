import { createHmac } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { FastifyRequest } from 'fastify'
import type { MembershipId } from '#kernel'
import { ACTORS_CHANNEL, hashToken } from './actors.ts'
import type { Texter } from '../sms/texter.ts'
import type { PresentedToken } from '../web/serve.ts'
import { membershipsOf, type OwnMembership } from './accounts.ts'
import { authSecretFrom, cookieIn, secondFactorCookieName, tokenReader, verifiedToken } from './cookie.ts'
import { ADDRESS_HEADER, type AuthParts, createEngine, type Engine } from './engine.ts'
import { type PaperEntry, redeemPaper } from './own-session.ts'
import { createCodeSignIn, isOfTrial } from './sign-in-code.ts'

/** What came of a try to sign in. `cookies` are Set-Cookie lines for the answer. */
export type SignInOutcome =
  | { readonly kind: 'signedIn' | 'secondFactor' | 'setUpSecondFactor'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }

export interface Enrolment {
  /** For the QR code. */
  readonly uri: string
  /** The same key, to type over. */
  readonly key: string
  readonly backupCodes: readonly string[]
}

/** Where a request comes from. */
export interface Visitor {
  readonly cookies: string | undefined
  readonly address: string
  readonly userAgent: string | undefined
  /** What the request presented: ends when somebody signs in anew. */
  readonly token: string | undefined
}

export interface Auth {
  readonly tokenOf: (request: Pick<FastifyRequest, 'headers' | 'cookies'>) => PresentedToken | undefined
  readonly withPassword: (visitor: Visitor, email: string, password: string) => Promise<SignInOutcome>
  /** Sends a code to a participant, by mail or as a text message; says nothing about whether there is one. */
  readonly sendCode: (visitor: Visitor, address: string) => Promise<void>
  readonly withCode: (visitor: Visitor, address: string, code: string) => Promise<SignInOutcome>
  /** With a letter and the birthday; works once. */
  readonly withPaper: (visitor: Visitor, entry: PaperEntry) => Promise<SignInOutcome>
  /** The second step: a code of the app or a backup code; each works once. */
  readonly withSecondFactor: (visitor: Visitor, code: string) => Promise<SignInOutcome>
  /** Of a session that still has to set up its second factor. */
  readonly enrolment: (visitor: Visitor) => Promise<Enrolment | undefined>
  readonly confirmEnrolment: (visitor: Visitor, code: string) => Promise<SignInOutcome>
  readonly signOut: (visitor: Visitor) => Promise<readonly string[]>
  readonly memberships: (userId: string) => Promise<readonly OwnMembership[]>
  /** false: that membership is not this person's. */
  readonly switchTo: (session: { readonly tokenHash: string; readonly userId: string }, to: MembershipId) => Promise<boolean>
  readonly mailNewPassword: (visitor: Visitor, email: string) => Promise<void>
  readonly setNewPassword: (visitor: Visitor, key: string, password: string) => Promise<boolean>
}

const USED_CODE_SECONDS = 180
const REFUSED: SignInOutcome = { kind: 'refused' }

const headersOf = (visitor: Visitor): Headers => {
  const headers = new Headers({ [ADDRESS_HEADER]: visitor.address })
  if (visitor.cookies !== undefined) headers.set('cookie', visitor.cookies)
  if (visitor.userAgent !== undefined) headers.set('user-agent', visitor.userAgent)
  return headers
}

/** The cookies that the answer sets, as the request of the next step would carry them. */
const carried = (setCookies: readonly string[]): string => setCookies.map(line => line.split(';')[0] ?? '').join('; ')

/** better-auth refuses by throwing; what is no refusal goes on as the failure it is. */
const unlessRefused = async <T>(attempt: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await attempt()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw error
  }
}

export const createAuth = (parts: AuthParts & { readonly sms: Texter }): Auth => {
  const { pool, secret, demo } = parts
  const engine: Engine = createEngine(parts)
  const authSecret = authSecretFrom(secret)
  const secure = parts.origin.startsWith('https:')
  const tokenOf = tokenReader(authSecret, secure)
  const codes = createCodeSignIn(parts, engine)

  const forget = async (token: string | undefined): Promise<void> => {
    if (token === undefined) return
    await pool.query('delete from auth.session where token = $1', [hashToken(token)])
    await pool.query(`select pg_notify($1, '')`, [ACTORS_CHANNEL])
  }

  /** A new session in place of the one that the visitor came with: an id from before signing in is worth nothing after it. */
  const signedIn = async (visitor: Visitor, token: string, cookies: readonly string[]): Promise<SignInOutcome> => {
    if (visitor.token !== token) await forget(visitor.token)
    return { kind: 'signedIn', cookies }
  }

  const isDue = async (token: string): Promise<boolean> => {
    const row = await pool.query('select from auth.session where token = $1 and second_factor_due', [hashToken(token)])
    return row.rowCount === 1
  }

  const startEnrolment = async (visitor: Visitor, cookies: readonly string[], password: string): Promise<SignInOutcome> => {
    const headers = headersOf({ ...visitor, cookies: carried(cookies) })
    await engine.api.enableTwoFactor({ headers, body: { password, method: 'totp' } })
    return { kind: 'setUpSecondFactor', cookies }
  }

  const withPassword: Auth['withPassword'] = async (visitor, email, password) => {
    if (!demo && isOfTrial(email)) return REFUSED
    const answer = await unlessRefused(() =>
      engine.api.signInEmail({
        headers: headersOf({ ...visitor, cookies: undefined }),
        body: { email, password, rememberMe: false },
        returnHeaders: true,
      }),
    )
    if (answer === undefined) return REFUSED
    const cookies = answer.headers.getSetCookie()
    if (!('token' in answer.response) || typeof answer.response.token !== 'string') return { kind: 'secondFactor', cookies }
    if (await isDue(answer.response.token)) return startEnrolment(visitor, cookies, password)
    return signedIn(visitor, answer.response.token, cookies)
  }

  const withCode: Auth['withCode'] = async (visitor, address, code) => {
    const account = await codes.accountFor(address)
    if (account === undefined) return REFUSED
    const answer = await unlessRefused(() =>
      engine.api.signInEmailOTP({
        headers: headersOf({ ...visitor, cookies: undefined }),
        body: { email: account.email, otp: code },
        returnHeaders: true,
      }),
    )
    if (answer === undefined) return REFUSED
    // A place may have come meanwhile, and with it this address gone.
    if ((await codes.accountFor(address))?.userId !== account.userId) {
      await forget(answer.response.token)
      return REFUSED
    }
    return signedIn(visitor, answer.response.token, answer.headers.getSetCookie())
  }

  const usedCode = (code: string): string => createHmac('sha256', authSecret).update(`used\0${code}`).digest('base64url')
  /** A code is good for a minute or two; seen once, it is used. */
  const isFirstUse = async (userId: string, code: string): Promise<boolean> => {
    await pool.query('delete from auth.used_code where expires_at < now()')
    const first = await pool.query(
      `insert into auth.used_code (user_id, code, expires_at) values ($1, $2, now() + make_interval(secs => $3))
       on conflict do nothing returning user_id`,
      [userId, usedCode(code), USED_CODE_SECONDS],
    )
    return first.rowCount === 1
  }

  const verify = (visitor: Visitor, code: string) => {
    const request = { headers: headersOf(visitor), returnHeaders: true } as const
    return unlessRefused<{ headers: Headers; response: { token?: string | null | undefined; user: { id: string } } }>(() =>
      /^\d{6}$/.test(code)
        ? engine.api.verifyTOTP({ ...request, body: { code } })
        : engine.api.verifyBackupCode({ ...request, body: { code } }),
    )
  }

  /** Seen before better-auth takes it, so that the next code of the app can still be tried. */
  const isKnownReplay = async (visitor: Visitor, code: string): Promise<boolean> => {
    const challenge = verifiedToken(cookieIn(visitor.cookies, secondFactorCookieName(secure)), authSecret)
    if (challenge === undefined) return false
    const used = await pool.query(
      `select from auth.verification v join auth.used_code u on u.user_id::text = v.value
       where v.identifier = $1 and u.code = $2 and u.expires_at > now()`,
      [challenge, usedCode(code)],
    )
    return used.rowCount !== 0
  }

  const withSecondFactor: Auth['withSecondFactor'] = async (visitor, code) => {
    if (await isKnownReplay(visitor, code)) return REFUSED
    const answer = await verify(visitor, code)
    const token = answer?.response.token
    if (answer === undefined || typeof token !== 'string') return REFUSED
    if (!(await isFirstUse(answer.response.user.id, code))) {
      await forget(token)
      return REFUSED
    }
    return signedIn(visitor, token, answer.headers.getSetCookie())
  }

  const enrolment: Auth['enrolment'] = async visitor => {
    if (visitor.token === undefined || !(await isDue(visitor.token))) return undefined
    const session = await engine.api.getSession({ headers: headersOf(visitor) })
    if (session === null) return undefined
    const row = await pool.query<{ secret: string }>('select secret from auth.two_factor where user_id = $1', [session.user.id])
    const stored = row.rows[0]?.secret
    if (stored === undefined) return undefined
    const context = await engine.$context
    const raw = await symmetricDecrypt({ key: context.secretConfig, data: stored })
    const key = base32(Buffer.from(raw))
    const label = `Opstap:${encodeURIComponent(session.user.email)}`
    const codes = await engine.api.viewBackupCodes({ body: { userId: session.user.id } })
    return {
      uri: `otpauth://totp/${label}?secret=${key}&issuer=Opstap&digits=6&period=30`,
      key,
      backupCodes: codes.backupCodes,
    }
  }

  const confirmEnrolment: Auth['confirmEnrolment'] = async (visitor, code) => {
    if (visitor.token === undefined || !(await isDue(visitor.token)) || !/^\d{6}$/.test(code)) return REFUSED
    const answer = await verify(visitor, code)
    if (answer === undefined || !(await isFirstUse(answer.response.user.id, code))) return REFUSED
    await forget(visitor.token)
    return { kind: 'signedIn', cookies: answer.headers.getSetCookie() }
  }

  return {
    tokenOf,
    withPassword,
    sendCode: async (visitor, address) => {
      const account = await codes.accountFor(address)
      if (account === undefined) return
      if (account.phone === address) return codes.textCode(account, account.phone)
      await engine.api.sendVerificationOTP({ headers: headersOf(visitor), body: { email: account.email, type: 'sign-in' } })
    },
    withCode,
    withPaper: async (visitor, entry) => {
      const session = await redeemPaper({ pool, engine, authSecret, secure }, visitor, entry)
      return session === undefined ? REFUSED : signedIn(visitor, session.token, session.cookies)
    },
    withSecondFactor,
    enrolment,
    confirmEnrolment,
    signOut: async visitor => {
      const answer = await engine.api.signOut({ headers: headersOf(visitor), returnHeaders: true })
      await forget(visitor.token)
      return answer.headers.getSetCookie()
    },
    memberships: userId => membershipsOf(pool, userId),
    switchTo: async ({ tokenHash, userId }, to) => {
      const own = await membershipsOf(pool, userId)
      if (!own.some(membership => membership.membershipId === to)) return false
      await pool.query('update auth.session set active_membership_id = $2 where token = $1 and user_id = $3', [
        tokenHash,
        to,
        userId,
      ])
      await pool.query(`select pg_notify($1, '')`, [ACTORS_CHANNEL])
      return true
    },
    mailNewPassword: async (visitor, email) => {
      await unlessRefused(() => engine.api.requestPasswordReset({ headers: headersOf(visitor), body: { email } }))
    },
    setNewPassword: async (visitor, key, password) => {
      const done = await unlessRefused(() =>
        engine.api.resetPassword({ headers: headersOf(visitor), body: { newPassword: password, token: key } }),
      )
      if (done !== undefined) await pool.query(`select pg_notify($1, '')`, [ACTORS_CHANNEL])
      return done !== undefined
    },
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** The key as authenticator apps read it. */
const base32 = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map(five => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
export { hashPassword } from 'better-auth/crypto'
