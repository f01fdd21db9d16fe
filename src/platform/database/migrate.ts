import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'
import { Client, escapeIdentifier, Pool } from 'pg'
import { installJobs } from '../jobs/install.ts'
import { DatabaseStartError } from './embedded-error.ts'
import { migrationsDirectory } from './locate.ts'
import { ensureRoles } from './roles.ts'

/** Where the database remembers which migrations it had. */
export const migrationSchema = 'migrations'

export type MigrateOptions = {
  /** Directory of the ordered .sql files; the one of this repository if left out. */
  readonly dir?: string
  /** Name of the application's role, put in the place of `:app_role`. */
  readonly appRole: string
}

type Untyped = Kysely<unknown>

const fileName = /^\d{4}_[a-z0-9_]+\.sql$/

/** Names without `.sql`, in order. */
export const migrationNames = (dir: string = migrationsDirectory()): readonly string[] => {
  const files = readdirSync(dir)
    .filter(name => name.endsWith('.sql'))
    .toSorted()
  const odd = files.find(name => !fileName.test(name))
  if (odd) throw new DatabaseStartError(`The migration ${odd} is not named like 0001_organisations.sql.`)
  return files.map(name => basename(name, '.sql'))
}

const provider = (dir: string, appRole: string): MigrationProvider => ({
  getMigrations: () => {
    const quoted = escapeIdentifier(appRole)
    const load = (name: string): Migration => ({
      // Without parameters PostgreSQL takes the whole file, with its many statements, as one simple query.
      up: async db => {
        const text = readFileSync(join(dir, `${name}.sql`), 'utf8')
        await sql.raw(text.replaceAll(/:app_role\b/g, () => quoted)).execute(db)
      },
    })
    return Promise.resolve(Object.fromEntries(migrationNames(dir).map(name => [name, load(name)])))
  },
})

const withDatabase = async <T>(url: string, work: (db: Untyped) => Promise<T>): Promise<T> => {
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  const db: Untyped = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const sentence = (error: unknown, name: string | undefined): DatabaseStartError => {
  const reason = error instanceof Error ? error.message : String(error)
  const newer = /previously executed migration (\S+) is missing/.exec(reason)?.[1]
  if (newer) {
    return new DatabaseStartError(
      `The database had migration ${newer}, which this version of Opstap does not know: run the newer version.`,
      {
        cause: error,
      },
    )
  }
  return new DatabaseStartError(`Migration ${name ?? ''} failed and was undone: ${reason}`, { cause: error })
}

/** One at a time in a database, from the roles to the queue: who comes second finds everything done. Ends with the connection. */
const inTurn = async <T>(ownerUrl: string, work: () => Promise<T>): Promise<T> => {
  const holder = new Client({ connectionString: ownerUrl })
  holder.on('error', () => undefined)
  await holder.connect()
  try {
    await holder.query("select pg_advisory_lock(hashtext('opstap migrate'))")
    return await work()
  } finally {
    await holder.end()
  }
}

/** Applies the missing migrations, each in a transaction of its own, and gives their names. Two at once wait for each other. */
export const migrate = (ownerUrl: string, { dir = migrationsDirectory(), appRole }: MigrateOptions): Promise<readonly string[]> =>
  inTurn(ownerUrl, async () => {
    await ensureRoles(ownerUrl, appRole)
    const names = await migrateOwn(ownerUrl, dir, appRole)
    await installJobs(ownerUrl, appRole)
    return names
  })

const migrateOwn = (ownerUrl: string, dir: string, appRole: string): Promise<readonly string[]> =>
  withDatabase(ownerUrl, async db => {
    const migrator = new Migrator({
      db,
      provider: provider(dir, appRole),
      migrationTableSchema: migrationSchema,
      // Two that were written beside each other may reach main in the other order: who had the later one gets the earlier one too.
      allowUnorderedMigrations: true,
    })
    const applied: string[] = []
    for (;;) {
      const { error, results = [] } = await migrator.migrateUp()
      const names = results.filter(result => result.status === 'Success').map(result => result.migrationName)
      if (error) throw sentence(error, results.find(result => result.status === 'Error')?.migrationName)
      if (names.length === 0) break
      applied.push(...names)
    }
    const role = sql.id(appRole)
    await sql`grant usage on schema ${sql.id(migrationSchema)} to ${role}`.execute(db)
    await sql`grant select on all tables in schema ${sql.id(migrationSchema)} to ${role}`.execute(db)
    return applied
  })

/** Names of the applied migrations, in order; none for a database that never had one. */
export const appliedMigrations = (url: string): Promise<readonly string[]> =>
  withDatabase(url, async db => {
    const table = `${migrationSchema}.kysely_migration`
    const known = await sql<{ known: boolean }>`select to_regclass(${table}) is not null as known`.execute(db)
    if (!known.rows[0]?.known) return []
    const rows = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(db)
    return rows.rows.map(row => row.name)
  })

/** For /readyz: what this version still has to apply. Works for the application's role. */
export const pendingMigrations = async (url: string, dir: string = migrationsDirectory()): Promise<readonly string[]> => {
  const applied = new Set(await appliedMigrations(url))
  return migrationNames(dir).filter(name => !applied.has(name))
}
