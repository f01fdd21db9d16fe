import { kyselyAdapter } from '@better-auth/kysely-adapter'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { hashToken } from './actors.ts'

const HASHED = /^[0-9a-f]{64}$/
/** A token read back from the table is hashed already. */
const stored = (token: unknown): unknown => (typeof token === 'string' && !HASHED.test(token) ? hashToken(token) : token)

const storedWhere = (where: readonly Where[]): Where[] =>
  where.map(clause =>
    clause.field !== 'token'
      ? clause
      : {
          ...clause,
          value: (Array.isArray(clause.value) ? clause.value.map(stored) : stored(clause.value)) as NonNullable<Where['value']>,
        },
  )

const askedToken = (where: readonly Where[] | undefined): unknown =>
  where?.find(clause => clause.field === 'token' && !Array.isArray(clause.value))?.value

/** better-auth goes on with the token it asked for (it signs the cookie with it), never with the hash. */
const withToken = <T>(row: T, token: unknown): T =>
  typeof row === 'object' && row !== null && 'token' in row && typeof token === 'string' ? { ...row, token } : row

type Asked = { readonly model: string; readonly where?: Where[] | undefined }
const hashing = <Data extends Asked>(data: Data): Data =>
  data.model === 'session' && data.where !== undefined ? { ...data, where: storedWhere(data.where) } : data
const hashingUpdate = <Update extends Record<string, unknown>>(model: string, update: Update): Update =>
  model === 'session' && 'token' in update ? { ...update, token: stored(update['token']) } : update

type Transactional = Omit<DBAdapter, 'transaction'>

const withHashedTokens = (inner: Transactional): Transactional => ({
  ...inner,
  create: async data => {
    if (data.model !== 'session') return inner.create(data)
    const { token } = data.data as { token?: unknown }
    const row = await inner.create({ ...data, data: { ...data.data, token: stored(token) } })
    return withToken(row, token) as never
  },
  findOne: async data =>
    withToken(await inner.findOne(hashing(data)), data.model === 'session' ? askedToken(data.where) : undefined) as never,
  findMany: data => inner.findMany(hashing(data)),
  count: data => inner.count(hashing(data)),
  update: async data =>
    withToken(
      await inner.update({ ...hashing(data), update: hashingUpdate(data.model, data.update) }),
      data.model === 'session' ? askedToken(data.where) : undefined,
    ) as never,
  updateMany: data => inner.updateMany({ ...hashing(data), update: hashingUpdate(data.model, data.update) }),
  delete: data => inner.delete(hashing(data)),
  deleteMany: data => inner.deleteMany(hashing(data)),
  consumeOne: data => inner.consumeOne(hashing(data)),
  incrementOne: data => inner.incrementOne(hashing(data)),
})

/** Tables of schema `auth`; of a session's token only the SHA-256 reaches the database. */
export const tokenAdapter = (pool: pg.Pool) => {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) }).withSchema('auth')
  const make = kyselyAdapter(db, { type: 'postgres', transaction: true })
  return (options: BetterAuthOptions): DBAdapter => {
    const inner = make(options)
    return {
      ...withHashedTokens(inner),
      transaction: callback => inner.transaction(trx => callback(withHashedTokens(trx))),
    }
  }
}
