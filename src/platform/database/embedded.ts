import { existsSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { DatabaseStartError } from './embedded-error.ts'
import { makeSocketDirectory, openHome, ownerRole, type Home } from './embedded-files.ts'
import { runningPostmaster, spawnPostmaster, stopPostmaster, type Postmaster } from './embedded-postmaster.ts'
import { postgresSettings } from './embedded-settings.ts'
import { embeddedAppRole, embeddedDatabase, ensureEmbeddedDatabase } from './roles.ts'

export { DatabaseStartError } from './embedded-error.ts'

export type EmbeddedOptions = {
  /** `.opstap`, or what OPSTAP_DATA says. */
  readonly dataDir: string
  readonly log: (line: string) => void
  /** For the command line: where Opstap already runs on these data, use its database instead of refusing. */
  readonly join?: boolean
  /** `false` gives up safety for speed: for tests only. */
  readonly durable?: boolean
  /** The database was lost while running and could not be started again. */
  readonly onLost?: (error: unknown) => void
}

export type EmbeddedDatabase = {
  /** Superuser: migrations, backup and restore only. */
  readonly ownerUrl: string
  /** Bound by row-level security. */
  readonly appUrl: string
  readonly stop: () => Promise<void>
}

type Guarded = { readonly kind: 'own' | 'joined'; readonly guardian: Client; readonly socketDirectory: string }

/** Whoever holds this advisory lock runs Opstap on the data. PostgreSQL lets go of it the moment that process is gone, however it went. */
const guardLock = 7_305_001
const giveUpAfter = 20_000
/** A restart may overlap the end of the run before it. */
const waitForOther = 3000

const urlOf = (socketDirectory: string, role: string, password: string, database: string): string =>
  `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(socketDirectory)}`

const connect = async (home: Home, socketDirectory: string): Promise<Client> => {
  const client = new Client({
    connectionString: urlOf(socketDirectory, ownerRole, home.passwords.owner, 'postgres'),
    application_name: 'opstap launcher',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Undefined while the server is starting, stopping or recovering. */
const tryConnect = async (home: Home, socketDirectory: string): Promise<Client | undefined> => {
  try {
    return await connect(home, socketDirectory)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01') {
      throw new DatabaseStartError(
        `The passwords in ${home.directory} are not those of its database: put passwords.json back from a copy.`,
        {
          cause: error,
        },
      )
    }
    return undefined
  }
}

const takeLock = async (client: Client): Promise<boolean> => {
  const answer = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [guardLock])
  return answer.rows[0]?.taken === true
}

const stopLeftBehind = async (home: Home): Promise<'stopped'> => {
  await stopPostmaster(home.cluster)
  return 'stopped'
}

/** A server that was running already: somebody's, or left behind by a process that was killed. */
const meetRunning = async (home: Home, running: Postmaster, join: boolean): Promise<Guarded | 'stopped' | 'busy' | 'taken'> => {
  const client = await tryConnect(home, running.socketDirectory)
  if (!client) return running.ready && !existsSync(running.socketDirectory) ? stopLeftBehind(home) : 'busy'
  if (await takeLock(client)) {
    await client.end()
    return stopLeftBehind(home)
  }
  if (join) return { kind: 'joined', guardian: client, socketDirectory: running.socketDirectory }
  await client.end()
  return 'taken'
}

const startOwn = async (home: Home, socketDirectory: string, durable: boolean): Promise<Guarded | 'busy'> => {
  const started = await spawnPostmaster(
    {
      directory: home.cluster,
      logFile: home.logFile,
      runner: home.runner,
      postgres: home.binaries.postgres,
      settings: postgresSettings(durable),
    },
    socketDirectory,
  )
  if ('reason' in started) {
    if (started.lockedByAnother) return 'busy'
    throw new DatabaseStartError(`The database did not start: ${started.reason} (see ${home.logFile})`)
  }
  const guardian = await tryConnect(home, socketDirectory).catch(async (error: unknown) => {
    await stopPostmaster(home.cluster)
    throw error
  })
  if (guardian && (await takeLock(guardian))) return { kind: 'own', guardian, socketDirectory }
  await guardian?.end()
  return 'busy'
}

/** One of: our own server, somebody else's that we may use, or a clear refusal. */
const obtain = async (home: Home, options: EmbeddedOptions, socketDirectory: () => string): Promise<Guarded> => {
  const start = performance.now()
  const deadline = start + giveUpAfter
  while (performance.now() < deadline) {
    const running = runningPostmaster(home.cluster)
    const met = running
      ? await meetRunning(home, running, options.join === true)
      : await startOwn(home, socketDirectory(), options.durable !== false)
    if (typeof met === 'object') return met
    if (met === 'taken' && performance.now() - start > waitForOther) {
      throw new DatabaseStartError(`Opstap is already running on this data (${dirname(home.directory)}).`)
    }
    if (met === 'stopped') options.log('A database that an earlier run left behind was stopped.')
    else await sleep(100)
  }
  const running = runningPostmaster(home.cluster)
  throw new DatabaseStartError(
    running
      ? `Process ${running.pid} holds the database in ${home.directory} but does not answer: stop it, then start Opstap again.`
      : `The database in ${home.directory} could not be started (see ${home.logFile}).`,
  )
}

/**
 * Starts PostgreSQL on the data directory, or makes it there first. Throws DatabaseStartError with one sentence for the user.
 * If the server is killed while Opstap runs it is started again on the same addresses; PostgreSQL then recovers what was committed.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const home = openHome(resolve(options.dataDir))
  let ownSocket: string | undefined
  const socketDirectory = (): string => (ownSocket ??= makeSocketDirectory(home))
  let stopping = false
  let recovering: Promise<void> | undefined
  let current = await obtain(home, options, socketDirectory)

  const watch = (guarded: Guarded): void => {
    guarded.guardian.once('end', () => {
      if (!stopping && guarded.kind === 'own') recovering = recover()
    })
  }
  const recover = async (): Promise<void> => {
    options.log('The database stopped by itself; it is being started again.')
    try {
      await sleep(200)
      current = await obtain(home, { ...options, join: false }, socketDirectory)
      watch(current)
    } catch (error) {
      options.log(error instanceof Error ? error.message : String(error))
      options.onLost?.(error)
    }
  }
  const stop = async (): Promise<void> => {
    stopping = true
    // Stopped in the middle of a recovery: first let it come up, else it would start a server that nobody stops.
    await recovering
    await current.guardian.end().catch(() => undefined)
    if (current.kind === 'joined') return
    await stopPostmaster(home.cluster)
    if (ownSocket) rmSync(ownSocket, { recursive: true, force: true })
  }

  watch(current)
  if (current.kind === 'own') await ensureEmbeddedDatabase(current.guardian, home.passwords.app)
  return {
    ownerUrl: urlOf(current.socketDirectory, ownerRole, home.passwords.owner, embeddedDatabase),
    appUrl: urlOf(current.socketDirectory, embeddedAppRole, home.passwords.app, embeddedDatabase),
    stop,
  }
}
