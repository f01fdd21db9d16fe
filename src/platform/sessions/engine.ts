import { createHmac } from 'node:crypto'
import { APIError, betterAuth } from 'better-auth'
import type pg from 'pg'
import { newId } from '#kernel'
import type { Clock } from '../clock.ts'
import type { Mailer } from '../mail/mailer.ts'
import { codeLetter, passwordLetter } from '../mail/letters.ts'
import { type Account, accountByEmail, accountById, isStaff } from './accounts.ts'
import {
  accountColumns,
  codePlugin,
  secondFactorPlugin,
  sessionColumns,
  userColumns,
  verificationColumns,
} from './auth-options.ts'
import { authSecretFrom, COOKIE_PREFIX } from './cookie.ts'
import { tokenAdapter } from './token-adapter.ts'

export interface AuthParts {
  readonly pool: pg.Pool
  readonly secret: string
  readonly mail: Mailer
  /** A trial installation: no second factors, codes for everybody. */
  readonly demo: boolean
  readonly clock: Clock
  /** Public address; https makes the cookies secure. */
  readonly origin: string
}

const HOUR = 3_600_000
/** Staff sign in each working day; a participant's phone stays signed in. */
const SESSION_MS = { staff: 12 * HOUR, participant: 30 * 24 * HOUR }
export const ADDRESS_HEADER = 'x-opstap-address'

/** A session for this account; `secondFactorDue`: it opens nothing until the second factor is set up. */
const sessionFor = (account: Account, demo: boolean, now: Date) => {
  const staff = isStaff(account)
  return {
    expiresAt: new Date(now.getTime() + (staff ? SESSION_MS.staff : SESSION_MS.participant)),
    secondFactorDue: staff && !demo && !account.twoFactorEnabled,
  }
}

/** better-auth on schema `auth`. Its own HTTP routes are not served: our forms call its functions. */
export const createEngine = ({ pool, secret, mail, demo, clock, origin }: AuthParts) => {
  const authSecret = authSecretFrom(secret)
  const secure = origin.startsWith('https:')
  return betterAuth({
    appName: 'Opstap',
    baseURL: origin,
    secret: authSecret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: tokenAdapter(pool),
    user: userColumns,
    session: { ...sessionColumns, expiresIn: SESSION_MS.participant / 1_000, disableSessionRefresh: true },
    account: accountColumns,
    verification: verificationColumns,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: async ({ user, token }) => {
        const account = await accountById(pool, user.id)
        if (account === undefined || account.memberships.length === 0) return
        await mail.send(passwordLetter(account.email, account.language, token))
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId<string>() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async session => {
            const account = await accountById(pool, session.userId)
            if (account === undefined || account.memberships.length === 0)
              throw new APIError('UNAUTHORIZED', { message: 'No open account' })
            await pool.query('delete from auth.session where user_id = $1 and expires_at < now()', [session.userId])
            return { data: { ...session, ...sessionFor(account, demo, clock.now()) } }
          },
        },
      },
    },
    plugins: [
      codePlugin({
        hash: code => createHmac('sha256', authSecret).update(`code\0${code}`).digest('base64url'),
        send: async (email, code) => {
          const account = await accountByEmail(pool, email)
          if (account !== undefined) await mail.send(codeLetter(account.email, account.language, code))
        },
      }),
      secondFactorPlugin(),
    ],
  })
}
export type Engine = ReturnType<typeof createEngine>
