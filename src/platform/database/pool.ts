import { createHash } from 'node:crypto'
import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { type Answer, Batch, type Statement } from './batch.ts'

/** A handle on one transaction; a module's storage adds its own tables with `db.withTables<…>()`. */
export type Db = Kysely<Record<never, never>>

const DATE = 1082
const INT8 = 20
const NUMERIC = 1700
const asText = (text: string): string => text
const asNumber = (text: string): number => Number(text)
const parsers: Readonly<Record<number, (text: string) => unknown>> = { [DATE]: asText, [INT8]: asNumber, [NUMERIC]: asNumber }

/** Days stay text (`YYYY-MM-DD`), counts and decimals become numbers; all else as `pg` reads it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    parsers[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

export const createPool = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
  })
  // A connection that breaks while idle is replaced at the next request; without a listener Node would stop.
  pool.on('error', () => undefined)
  return pool
}

const MOST_NAMED = 1_000
const names = new Map<string, string>()
/** A statement is planned once per connection: its name is a hash of its text. */
const nameOf = (sql: string): string | undefined => {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMED) return undefined
  const name = createHash('sha1').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}

const parserFor = (type: number): ((text: string) => unknown) => types.getTypeParser(type, 'text') as (text: string) => unknown

/** A cached plan that no longer fits after a migration: the connection is not used again. */
const STALE_PLAN = new Set(['0A000', '26000', '42P05'])

/** One connection for one transaction: remembers what was sent, so that nothing is committed before all has answered. */
export class Work {
  readonly #client: pg.PoolClient
  readonly #sent: Promise<unknown>[] = []
  #failed: unknown
  #turn: Promise<void> | undefined
  #waiting: Statement[] = []
  /** A value that cannot be sent: then nothing of its turn is, least of all the commit. */
  #unsendable: { readonly error: unknown } | undefined
  #open = false
  /** The end of the transaction was sent: what comes now would stand outside it. */
  #ended = false
  readonly #endings = new Map<string, () => Promise<unknown>>()
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  send<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Answer<Row>> {
    const ends = text === 'commit' || text === 'rollback'
    if (this.#ended && !ends && text !== 'begin') return Promise.reject(new Error('This transaction has ended'))
    this.#ended = ends
    const answer = new Promise<Answer<Row>>((resolve, reject) => {
      this.#waiting.push({ text, name: nameOf(text), values: this.#encode(values), resolve, reject })
    })
    this.#sent.push(
      answer.catch((error: unknown) => {
        this.#failed ??= error
      }),
    )
    this.#gather()
    if (text === 'begin') this.#open = true
    if (ends) void answer.then(() => (this.#open = false)).catch(() => undefined)
    return answer
  }

  /** At once: whatever becomes of an object later, this is what is sent of it. */
  #encode(values: readonly unknown[]): (string | Buffer | null)[] {
    try {
      return values.map(value => prepareValue(value))
    } catch (error) {
      this.#unsendable ??= { error }
      return []
    }
  }

  /** Statements of one turn of the event loop go out as one. */
  #gather(): void {
    if (this.#turn !== undefined) return
    this.#turn = new Promise(resolve => setImmediate(resolve))
    void this.#turn.then(() => process.nextTick(() => this.#leave()))
  }

  #leave(): void {
    const [statements, unsendable] = [this.#waiting, this.#unsendable]
    this.#turn = undefined
    this.#waiting = []
    this.#unsendable = undefined
    if (unsendable === undefined) this.#client.query(new Batch(statements, parserFor))
    else for (const { reject } of statements) reject(unsendable.error)
  }

  /** Something to do once, after everything else of a command and before its commit, however often it is asked for. */
  beforeCommit(name: string, ending: () => Promise<unknown>): void {
    this.#endings.set(name, ending)
  }

  async end(): Promise<void> {
    for (const ending of this.#endings.values()) await ending()
  }

  /** The end of this turn: what is sent at once now still goes along. */
  async turn(): Promise<void> {
    await this.#turn
  }

  /** Waits for every answer; throws the first failure, also of a statement nobody waited for. */
  async settle(): Promise<void> {
    await Promise.all(this.#sent)
    if (this.#failed !== undefined) throw this.#failed
  }

  async release(): Promise<void> {
    await Promise.all(this.#sent)
    const code = this.#failed instanceof pg.DatabaseError ? this.#failed.code : undefined
    const broken = this.#open || (this.#failed !== undefined && (code === undefined || STALE_PLAN.has(code)))
    this.#client.release(broken)
  }
}

class WorkConnection implements DatabaseConnection {
  readonly #work: Work
  constructor(work: Work) {
    this.#work = work
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.#work.send<pg.QueryResultRow>(query.sql, query.parameters)
    return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.rowCount ?? 0) }
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not used inside a use case')
  }
}

const driverOn = (work: Work): Driver => {
  const connection = new WorkConnection(work)
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => undefined,
    commitTransaction: async () => undefined,
    rollbackTransaction: async () => undefined,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Builds statements for PostgreSQL; the driver sends them. */
export const dialectWith = (createDriver: () => Driver): Dialect => ({
  createAdapter: () => adapter,
  createDriver,
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
})

const works = new WeakMap<Db, Work>()

/** Kysely on this connection: statements sent together travel together. */
export const dbOn = (work: Work): Db => {
  const db: Db = new Kysely({ dialect: dialectWith(() => driverOn(work)) })
  works.set(db, work)
  return db
}

/** The connection behind a handle of `dbOn`. */
export const workOf = (db: Db): Work => {
  const work = works.get(db)
  if (work === undefined) throw new Error('This handle was not made for a transaction')
  return work
}

/** What is kept of several rows is brought up to date once, when a command has changed them all. */
export const beforeCommit = (db: Db, name: string, ending: () => Promise<unknown>): void => workOf(db).beforeCommit(name, ending)

/** Connection failures (refused, reset, starting up, shutting down): the caller answers 503 and may try again. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (error instanceof pg.DatabaseError) return ['57P01', '57P02', '57P03', '53300', '08006', '08001'].includes(error.code ?? '')
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  const code = 'code' in error ? String(error.code) : ''
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i.test(
      error.message,
    )
  )
}
