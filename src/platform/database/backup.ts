import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  assertSeesEverything,
  BackupError,
  columnsOf,
  nameOf,
  ownSequences,
  ownTables,
  type Manifest,
  type TableShape,
  type TableSum,
} from './backup-catalogue.ts'
import { appliedMigrations } from './migrate.ts'

export { BackupError } from './backup-catalogue.ts'

export type BackupSummary = { readonly tables: number; readonly rows: number }

const comment = (value: object): string => `-- ${JSON.stringify(value)}\n`

/** COPY's text form: one row a line, the same for every version of PostgreSQL. */
async function* tableLines(client: Client, table: TableShape, done: (sum: TableSum) => void): AsyncGenerator<string | Buffer> {
  yield `COPY ${nameOf(table)} (${columnsOf(table)}) FROM stdin;\n`
  const copy = client.query(copyTo(`copy ${nameOf(table)} (${columnsOf(table)}) to stdout`))
  const hash = createHash('sha256')
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
  const sum: TableSum = { table: nameOf(table), rows: copy.rowCount, sha256: hash.digest('hex') }
  yield '\\.\n'
  yield comment(sum)
  done(sum)
}

/** A script that PostgreSQL's own psql could also run, with what a restore has to check in its comments. */
async function* script(client: Client, manifest: Manifest, done: (sum: TableSum) => void): AsyncGenerator<string | Buffer> {
  yield comment(manifest)
  yield "SET client_encoding = 'UTF8';\nSET session_replication_role = replica;\n"
  for (const table of manifest.tables) yield* tableLines(client, table, done)
  const sequences = await ownSequences(client)
  for (const { name, value } of sequences) yield `SELECT setval('${name.replaceAll("'", "''")}', ${value});\n`
  yield comment({ complete: true, sequences })
}

const writeScript = async (client: Client, manifest: Manifest, file: string): Promise<BackupSummary> => {
  const part = `${file}.part`
  let rows = 0
  try {
    const handle = await open(part, 'w', 0o600)
    // Level 4: nearly as small as the usual 6 in half the time.
    await pipeline(
      script(client, manifest, sum => (rows += sum.rows)),
      createGzip({ level: 4 }),
      handle.createWriteStream({ flush: true }),
    )
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return { tables: manifest.tables.length, rows }
}

/**
 * Writes all rows of Opstap, as they were at one moment, to one compressed file that only its owner may read.
 * People can go on working. Throws BackupError with one sentence for the user.
 */
export const backup = async (ownerUrl: string, file: string): Promise<BackupSummary> => {
  if (existsSync(file)) throw new BackupError(`${file} is there already: choose another name, a backup never replaces one.`)
  const migrations = await appliedMigrations(ownerUrl)
  const client = new Client({ connectionString: ownerUrl, application_name: 'opstap backup' })
  await client.connect()
  try {
    await assertSeesEverything(client)
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local row_security = off')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const clock = await client.query<{ made: string }>(
      `select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made`,
    )
    const manifest: Manifest = {
      format: 1,
      made: clock.rows[0]?.made ?? '',
      migrations: [...migrations],
      tables: [...(await ownTables(client))],
    }
    const summary = await writeScript(client, manifest, file)
    await client.query('commit')
    return summary
  } finally {
    await client.end()
  }
}
