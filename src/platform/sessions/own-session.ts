import { z } from 'zod'
import { newId, UserId } from '#kernel'
import type pg from 'pg'
import { membershipsOf } from './accounts.ts'
import { hashToken } from './actors.ts'
import { signedCookie } from './cookie.ts'
import type { Engine } from './engine.ts'
import { paperCodes, typedPaperCode } from './paper-code.ts'

export interface OwnSession {
  readonly token: string
  readonly cookies: readonly string[]
}

const MAX_AGE = 30 * 24 * 60 * 60

/** A session for somebody who was recognised by something of our own; whether the account is open is asked again by the engine. */
const sessionFor = async (
  { engine, authSecret, secure }: { readonly engine: Engine; readonly authSecret: string; readonly secure: boolean },
  userId: string,
  userAgent: string | undefined,
): Promise<OwnSession> => {
  const context = await engine.$context
  const session = await context.internalAdapter.createSession(userId, false, { userAgent: userAgent ?? '' })
  return { token: session.token, cookies: [signedCookie(session.token, { authSecret, secure, maxAge: MAX_AGE })] }
}

const Redeemed = z.object({ user_id: UserId, membership_id: z.uuid() })

export interface PaperEntry {
  readonly code: string
  readonly month: number
  readonly day: number
}

/** The letter and the birthday for a session in that dossier; undefined whatever is wrong with either. */
export const redeemPaper = async (
  parts: { readonly pool: pg.Pool; readonly engine: Engine; readonly authSecret: string; readonly secure: boolean },
  visitor: { readonly address: string; readonly userAgent: string | undefined },
  { code, month, day }: PaperEntry,
): Promise<OwnSession | undefined> => {
  const hash = paperCodes().hashOf(typedPaperCode(code))
  const answer = await parts.pool.query('select user_id, membership_id from auth.redeem_paper($1, $2, $3, $4, $5)', [
    hash,
    month,
    day,
    newId<string>(),
    visitor.address,
  ])
  if (answer.rows[0] === undefined) return undefined
  const { user_id: userId, membership_id: membershipId } = Redeemed.parse(answer.rows[0])
  const session = await sessionFor(parts, userId, visitor.userAgent)
  // A letter opens no account that leads to more; a place that came meanwhile has ended the sessions that stood before it.
  if ((await membershipsOf(parts.pool, userId)).length !== 1) {
    await parts.pool.query('delete from auth.session where token = $1', [hashToken(session.token)])
    return undefined
  }
  await parts.pool.query('update auth.session set active_membership_id = $2 where token = $1', [
    hashToken(session.token),
    membershipId,
  ])
  return session
}
