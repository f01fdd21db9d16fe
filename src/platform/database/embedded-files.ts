import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { accountFor, commandOf, identityOf, isRoot, runnerFor, type Account, type Runner } from './embedded-account.ts'
import { DatabaseStartError } from './embedded-error.ts'
import { cleanEnvironment, isAlive } from './embedded-postmaster.ts'
import { postgresBinaries, type PostgresBinaries } from './locate.ts'

const passwordFile = z.object({ owner: z.string().min(16), app: z.string().min(16) })
export type Passwords = z.infer<typeof passwordFile>

export type Home = {
  /** Everything of the database: the cluster, its log, its socket and its passwords. */
  readonly directory: string
  readonly cluster: string
  readonly logFile: string
  readonly runner: Runner
  readonly binaries: PostgresBinaries
  readonly passwords: Passwords
}

export const ownerRole = 'opstap_owner'
const stagingName = /^database\.new-(\d+)-/
const majorVersion = '18'
/** sun_path is 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocketPath = 103

const giveTo = (account: Account | undefined, path: string): void => {
  if (account) chownSync(path, account.uid, account.gid)
}

const makeDataDirectory = (dataDir: string): void => {
  try {
    if (existsSync(dataDir)) return
    mkdirSync(dataDir, { recursive: true })
    // Under root the database runs as another user, who has to pass through.
    chmodSync(dataDir, isRoot() ? 0o711 : 0o700)
  } catch (error) {
    throw new DatabaseStartError(`The directory for the data (${dataDir}) cannot be made: ${String(error)}`, { cause: error })
  }
}

const removeLeftOvers = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    const pid = stagingName.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

const initdb = (staging: string, runner: Runner, binaries: PostgresBinaries, passwords: Passwords): void => {
  const passwordPath = join(staging, 'password')
  writeFileSync(passwordPath, passwords.owner, { mode: 0o600 })
  giveTo(runner.account, passwordPath)
  const [file, args] = commandOf(runner, binaries.initdb, [
    ...['-D', join(staging, 'cluster'), '-U', ownerRole, `--pwfile=${passwordPath}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // PostgreSQL's own C.UTF-8: full Unicode case rules, and an order that no update of the operating system can change under the
    // indexes. Lists that people read are sorted with an explicit Dutch ICU collation in the query.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
  ])
  const result = spawnSync(file, args, { ...identityOf(runner), cwd: '/', env: cleanEnvironment, encoding: 'utf8' })
  rmSync(passwordPath, { force: true })
  if (result.status === 0) return
  const reason =
    result.error?.message ??
    result.stderr
      .trim()
      .split('\n')
      .find(line => /error|FATAL/.test(line)) ??
    result.stderr.trim()
  throw new DatabaseStartError(`The database could not be made in ${staging}: ${reason}`)
}

/** Made beside its place and then moved there: a start that is broken off, or two at once, leave nothing half made. */
const create = (dataDir: string, home: string, runner: Runner, binaries: PostgresBinaries): void => {
  const staging = join(dataDir, `database.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  const passwords: Passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
  try {
    mkdirSync(staging, { mode: 0o700 })
    giveTo(runner.account, staging)
    initdb(staging, runner, binaries, passwords)
    const passwordPath = join(staging, 'passwords.json')
    writeFileSync(passwordPath, JSON.stringify(passwords), { mode: 0o600 })
    giveTo(runner.account, passwordPath)
    renameSync(staging, home)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (existsSync(join(home, 'cluster'))) return
    if (error instanceof DatabaseStartError) throw error
    throw new DatabaseStartError(`The database could not be made in ${dataDir}: ${String(error)}`, { cause: error })
  }
}

const readPasswords = (path: string): Passwords => {
  try {
    return passwordFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new DatabaseStartError(
      `The passwords of the database (${path}) cannot be read: put the file back from a copy of this directory.`,
      {
        cause: error,
      },
    )
  }
}

const checkVersion = (cluster: string): void => {
  const path = join(cluster, 'PG_VERSION')
  const version = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'unknown'
  if (version === majorVersion) return
  throw new DatabaseStartError(
    `The data in ${cluster} are of PostgreSQL ${version} and this Opstap brings ${majorVersion}: ` +
      'make a backup with the Opstap that wrote them and restore it here.',
  )
}

const ownerOf = (path: string): number | undefined => {
  try {
    return statSync(path).uid
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new DatabaseStartError(`The data in ${path} cannot be reached: ${String(error)}`, { cause: error })
  }
}

/** Finds the database below the data directory, or makes it. */
export const openHome = (dataDir: string): Home => {
  const binaries = postgresBinaries()
  const directory = join(dataDir, 'database')
  const cluster = join(directory, 'cluster')
  makeDataDirectory(dataDir)
  const account = accountFor(ownerOf(directory))
  const runner = runnerFor(account, [dataDir, binaries.initdb, binaries.postgres])
  if (!existsSync(cluster)) {
    removeLeftOvers(dataDir)
    create(dataDir, directory, runner, binaries)
  }
  checkVersion(cluster)
  const passwords = readPasswords(join(directory, 'passwords.json'))
  return { directory, cluster, logFile: join(directory, 'postgres.log'), runner, binaries, passwords }
}

/** Beside the data where the path is short enough, else in a closed directory of our own below the system's one for temporary files. */
export const makeSocketDirectory = (home: Home): string => {
  const beside = join(home.directory, 'socket')
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocketPath
  const directory = fits ? beside : mkdtempSync(join(tmpdir(), 'opstap-'))
  if (fits) mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  giveTo(home.runner.account, directory)
  return directory
}
