import type { UserId } from '#kernel'
import type { Db } from '#platform'
import { hasMail, type OwnAddress, type PendingAddress } from '../domain/own-address.ts'
import type { OrganisationTables } from './tables.ts'

const tables = (db: Db) => db.withTables<OrganisationTables>()

export interface Addresses {
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly language: string
}

export const findAddresses = async (db: Db, userId: UserId): Promise<Addresses | undefined> => {
  const row = await tables(db)
    .selectFrom('auth.user')
    .select(['email', 'phone', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { email: hasMail(row.email) ? row.email : undefined, phone: row.phone ?? undefined, language: row.language }
}

/** Whether somebody else signs in with it. */
export const isTaken = async (db: Db, userId: UserId, { channel, address }: OwnAddress): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('auth.user')
    .select('id')
    .where(channel === 'mail' ? 'email' : 'phone', '=', address)
    .where('id', '<>', userId)
    .executeTakeFirst()
  return row !== undefined
}

export type Pending = PendingAddress & { readonly channel: 'mail' | 'sms'; readonly address: string; readonly codeHash: string }

const pendingOf = (db: Db, userId: UserId) =>
  tables(db)
    .selectFrom('auth.sign_in_change')
    .select(['channel', 'address', 'code_hash', 'tries', 'sent', 'counted_from', 'expires_at'])
    .where('user_id', '=', userId)

export const findPending = async (db: Db, userId: UserId): Promise<Pending | undefined> =>
  toPending(await pendingOf(db, userId).executeTakeFirst())

/** Held until the transaction ends, so that two guesses, or two first codes, do not count as one: by the account, which is there always. */
export const lockPending = async (db: Db, userId: UserId): Promise<Pending | undefined> => {
  await tables(db).selectFrom('auth.user').select('id').where('id', '=', userId).forUpdate().executeTakeFirst()
  return toPending(await pendingOf(db, userId).executeTakeFirst())
}

type Row = Omit<OrganisationTables['auth.sign_in_change'], 'user_id'>
const toPending = (row: Row | undefined): Pending | undefined => {
  if (row === undefined) return undefined
  return {
    channel: row.channel === 'sms' ? 'sms' : 'mail',
    address: row.address,
    codeHash: row.code_hash,
    tries: row.tries,
    sent: row.sent,
    countedFrom: row.counted_from,
    expiresAt: row.expires_at,
  }
}

export const keepPending = async (db: Db, userId: UserId, pending: Pending): Promise<void> => {
  const values = {
    channel: pending.channel,
    address: pending.address,
    code_hash: pending.codeHash,
    tries: pending.tries,
    sent: pending.sent,
    counted_from: pending.countedFrom,
    expires_at: pending.expiresAt,
  }
  await tables(db)
    .insertInto('auth.sign_in_change')
    .values({ user_id: userId, ...values })
    .onConflict(conflict => conflict.column('user_id').doUpdateSet(values))
    .execute()
}

export const countTry = async (db: Db, userId: UserId): Promise<void> => {
  await tables(db)
    .updateTable('auth.sign_in_change')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('user_id', '=', userId)
    .execute()
}

/** The proved address is the one to sign in with from now on; the other one stays. */
export const saveAddress = async (db: Db, userId: UserId, { channel, address }: OwnAddress, at: Date): Promise<void> => {
  await tables(db)
    .updateTable('auth.user')
    .set({ ...(channel === 'mail' ? { email: address } : { phone: address }), updated_at: at })
    .where('id', '=', userId)
    .execute()
  await tables(db).deleteFrom('auth.sign_in_change').where('user_id', '=', userId).execute()
}
