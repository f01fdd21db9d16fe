import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { DatabaseStartError } from './embedded-error.ts'

/** Own the functions that read past row-level security: search, and the checks at sign-in. Nobody can connect as them. */
const definerRoles = ['opstap_search', 'opstap_gate'] as const

export const embeddedAppRole = 'opstap_app'
export const embeddedDatabase = 'opstap'

/** The name of the application's role in a connection string, as migrations grant rights to it. */
export const roleOf = (url: string): string => {
  const name = decodeURIComponent(new URL(url).username)
  if (name) return name
  throw new DatabaseStartError('DATABASE_URL names no user: it has to look like postgres://user:password@host/database.')
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Two processes that make the same role at once: the second finds it made. */
const createRole = async (owner: Client, name: string, options: string): Promise<void> => {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  if (found.rowCount) return
  try {
    await owner.query(`create role ${escapeIdentifier(name)} ${options}`)
  } catch (error) {
    if (['42710', '23505'].includes(codeOf(error) ?? '')) return
    throw error
  }
}

/** To hand over a function to a role its owner must be able to become that role; a superuser always can. */
const joinRole = async (owner: Client, name: string): Promise<void> => {
  const version = await owner.query<{ number: number }>("select current_setting('server_version_num')::int as number")
  // From 16 on, who makes a role is a member that still cannot become it.
  const privilege = (version.rows[0]?.number ?? 0) >= 160_000 ? 'SET' : 'MEMBER'
  const found = await owner.query<{ can: boolean }>('select pg_has_role(current_user, $1, $2) as can', [name, privilege])
  if (found.rows[0]?.can) return
  try {
    await owner.query(`grant ${escapeIdentifier(name)} to current_user`)
  } catch (error) {
    // Roles are of the whole server: another database of it may be granting the same at this moment.
    if (!(error instanceof Error && error.message === 'tuple concurrently updated') && codeOf(error) !== '23505') throw error
  }
}

const ensureDefiner = async (owner: Client, name: string): Promise<void> => {
  try {
    await createRole(owner, name, 'nologin')
    await joinRole(owner, name)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new DatabaseStartError(
      `The role of DATABASE_OWNER_URL may not make the role "${name}" or become it: give it CREATEROLE, ` +
        `or run once as administrator: CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO ${owner.user ?? 'the owner'};`,
      { cause: error },
    )
  }
}

const refuseUnsafeRole = async (owner: Client, role: string): Promise<void> => {
  const found = await owner.query<{ rolsuper: boolean; rolbypassrls: boolean; owner: boolean }>(
    'select rolsuper, rolbypassrls, rolname = current_user as owner from pg_roles where rolname = $1',
    [role],
  )
  const row = found.rows[0]
  if (!row) throw new DatabaseStartError(`The role "${role}" of DATABASE_URL does not exist in the database.`)
  if (row.rolsuper || row.rolbypassrls || row.owner) {
    throw new DatabaseStartError(
      `The role "${role}" of DATABASE_URL can pass by row-level security: use a role that is neither superuser, nor BYPASSRLS, nor the one of DATABASE_OWNER_URL.`,
    )
  }
}

/** Before the migrations, on every database: the roles they speak of exist, and the application's role is bound by the policies. */
export const ensureRoles = async (ownerUrl: string, appRole: string): Promise<void> => {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const name of definerRoles) await ensureDefiner(owner, name)
    await refuseUnsafeRole(owner, appRole)
  } finally {
    await owner.end()
  }
}

/** The embedded server's own: the application's role with its password, and the database. `admin` is connected to "postgres". */
export const ensureEmbeddedDatabase = async (admin: Client, appPassword: string): Promise<void> => {
  const options = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${escapeLiteral(appPassword)}`
  await createRole(admin, embeddedAppRole, options)
  const found = await admin.query('select 1 from pg_database where datname = $1', [embeddedDatabase])
  if (found.rowCount) return
  await admin.query(`create database ${escapeIdentifier(embeddedDatabase)}`)
  await admin.query(`revoke all on database ${escapeIdentifier(embeddedDatabase)} from public`)
  await admin.query(
    `grant connect, temporary on database ${escapeIdentifier(embeddedDatabase)} to ${escapeIdentifier(embeddedAppRole)}`,
  )
}
