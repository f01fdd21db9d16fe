import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { finished as finishedWriting } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  assertSeesEverything,
  BackupError,
  columnsOf,
  Ending,
  Manifest,
  nameOf,
  ownTables,
  TableSum,
  type TableShape,
} from './backup-catalogue.ts'
import { pieces } from './backup-reader.ts'
import type { BackupSummary } from './backup.ts'
import { appliedMigrations } from './migrate.ts'

const same = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((item, index) => item === right[index])

const assertSameMigrations = (inFile: readonly string[], inDatabase: readonly string[]): void => {
  if (same(inFile, inDatabase)) return
  const missing = inFile.filter(name => !inDatabase.includes(name))
  const extra = inDatabase.filter(name => !inFile.includes(name))
  const reason = missing.length > 0 ? `it needs ${missing.join(', ')}` : `the database also has ${extra.join(', ')}`
  throw new BackupError(
    `The backup is of another version of Opstap (${reason}): restore it with the version that made it, then upgrade.`,
  )
}

const assertSameTables = (inFile: readonly TableShape[], inDatabase: readonly TableShape[]): void => {
  const shapes = new Map(inDatabase.map(table => [nameOf(table), columnsOf(table)]))
  const other = inFile.find(table => shapes.get(nameOf(table)) !== columnsOf(table))
  if (!other && inFile.length === inDatabase.length) return
  throw new BackupError(
    `The backup and the database differ in the table ${other ? nameOf(other) : 'list'}, although their migrations are the same.`,
  )
}

/** What row-level security guards, and the accounts, must not be there yet. Reference tables may be filled: the backup replaces them. */
const assertEmpty = async (client: Client, tables: readonly TableShape[]): Promise<void> => {
  const guarded = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (c.relrowsecurity or n.nspname = 'auth')`,
  )
  const isGuarded = new Set(guarded.rows.map(({ schema, name }) => JSON.stringify([schema, name])))
  for (const table of tables.filter(({ schema, name }) => isGuarded.has(JSON.stringify([schema, name])))) {
    const found = await client.query(`select from ${nameOf(table)} limit 1`)
    if (found.rowCount) {
      throw new BackupError(
        `The database is not empty (${nameOf(table)} has rows): a backup is restored into a new one, for example with OPSTAP_DATA.`,
      )
    }
  }
}

type Loading = { readonly add: (data: Buffer) => Promise<void>; readonly end: () => Promise<TableSum> }

/** The rows of one table on their way into the database. */
const startLoading = (client: Client, table: TableShape): Loading => {
  const hash = createHash('sha256')
  const copy = client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`))
  const finished = finishedWriting(copy)
  finished.catch(() => undefined)
  return {
    add: async data => {
      hash.update(data)
      if (copy.destroyed || !copy.write(data)) await Promise.race([once(copy, 'drain'), finished])
    },
    end: async () => {
      copy.end()
      await finished
      return { table: nameOf(table), rows: copy.rowCount, sha256: hash.digest('hex') }
    },
  }
}

const parseComment = (line: string): unknown => {
  try {
    return JSON.parse(line.slice('-- '.length))
  } catch {
    return undefined
  }
}

/** Reads the file from begin to end inside the transaction; whatever is wrong undoes everything. */
const load = async (client: Client, file: string, migrations: readonly string[]): Promise<BackupSummary> => {
  const tables = await ownTables(client)
  let manifest: Manifest | undefined
  let loading: Loading | undefined
  let loaded = 0
  let rows = 0
  let complete = false

  const begin = async (line: string): Promise<void> => {
    const parsed = Manifest.safeParse(parseComment(line))
    if (!parsed.success) throw new BackupError(`${file} is not a backup of Opstap, or of a newer version.`)
    manifest = parsed.data
    assertSameMigrations(manifest.migrations, migrations)
    assertSameTables(manifest.tables, tables)
    const names = tables.map(nameOf).join(', ')
    await client.query(`lock table ${names} in access exclusive mode`)
    await assertEmpty(client, tables)
    // A table emptied in this transaction is filled without writing everything twice.
    await client.query(`truncate ${names}`)
  }
  const finishTable = async (current: Loading, line: string): Promise<void> => {
    const sum = await current.end()
    const wanted = TableSum.safeParse(parseComment(line)).data
    if (!wanted || wanted.table !== sum.table || wanted.rows !== sum.rows || wanted.sha256 !== sum.sha256) {
      throw new BackupError(`${file} is damaged: the rows of ${sum.table} are not those that were written. Nothing was restored.`)
    }
    loaded += 1
    rows += sum.rows
  }
  const finish = async (ending: Ending): Promise<void> => {
    for (const { name, value } of ending.sequences) await client.query('select setval($1::regclass, $2::bigint)', [name, value])
    complete = loaded === tables.length
  }
  const takeLine = async (line: string): Promise<void> => {
    if (!manifest) return begin(line)
    if (line.startsWith('COPY ')) {
      const table = manifest.tables[loaded]
      if (!table || line !== `COPY ${nameOf(table)} (${columnsOf(table)}) FROM stdin;`) throw damaged(file)
      loading = startLoading(client, table)
      return undefined
    }
    if (!line.startsWith('-- ')) return undefined
    if (loading) {
      const current = loading
      loading = undefined
      return finishTable(current, line)
    }
    const ending = Ending.safeParse(parseComment(line))
    return ending.success ? finish(ending.data) : undefined
  }

  for await (const piece of pieces(unpack(file))) {
    if (piece.kind === 'line') await takeLine(piece.text)
    else await loading?.add(piece.data)
  }
  if (!complete) throw damaged(file)
  return { tables: loaded, rows }
}

const damaged = (file: string): BackupError =>
  new BackupError(`${file} is damaged or was broken off while it was written. Nothing was restored.`)

async function* unpack(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  source.once('error', error => gunzip.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) yield chunk
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw damaged(file)
    if (code === 'ENOENT') throw new BackupError(`There is no file ${file}.`, { cause: error })
    throw error
  } finally {
    source.destroy()
  }
}

const skipChecksOfKeys = async (client: Client): Promise<void> => {
  const found = await client.query<{ may: boolean }>('select rolsuper as may from pg_roles where rolname = current_user')
  if (found.rows[0]?.may) await client.query('set local session_replication_role = replica')
}

/**
 * Restores a backup into a migrated database without rows, all of it or nothing. Throws BackupError with one sentence for the user
 * if the file is damaged, the database has rows, or the two are of different versions.
 */
export const restore = async (ownerUrl: string, file: string): Promise<BackupSummary> => {
  const migrations = await appliedMigrations(ownerUrl)
  const client = new Client({ connectionString: ownerUrl, application_name: 'opstap restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await assertSeesEverything(client)
    await client.query('begin')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await skipChecksOfKeys(client)
    const summary = await load(client, file, migrations)
    await client.query('commit')
    await client.query('analyze')
    return summary
  } finally {
    // Ends the transaction too, if it is still open.
    await client.end()
  }
}
