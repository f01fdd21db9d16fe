import { createActors, createPool, createRunner, isDatabaseAway, readConfig, systemClock } from '#platform'
import { pendingMigrations } from '../platform/database/migrate.ts'
import { migrateDatabase, openDatabase } from './database.ts'
import { pages } from './modules.ts'
import { navigationFor } from './navigation.ts'
import { errorPage } from './pages/error.page.tsx'
import { secretOf } from './secret.ts'
import { createServer } from './server.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  const database = await openDatabase(config, { log: say, onLost: () => process.exit(1) })
  await migrateDatabase(database)
  const secret = secretOf(config)
  const pool = createPool(database.appUrl, config.poolSize)
  const actors = createActors(pool)
  const runner = createRunner({ pool, clock: systemClock, stillSignedIn: actors.stillSignedIn })
  const secure = config.origin?.startsWith('https:') ?? false
  const app = await createServer({
    runner,
    actors,
    clock: systemClock,
    secret,
    ownOrigin: config.origin,
    demo: true,
    secure,
    signInPath: '/aanmelden',
    tokenOf: request => {
      const header = request.headers.authorization
      return header?.startsWith('Bearer ') === true ? { token: header.slice(7), via: 'bearer' } : undefined
    },
    navigation: (actor, lang, path) => navigationFor(pages, actor, lang, path),
    errorPage,
    log: say,
    isReady: async () => (await pendingMigrations(database.appUrl)).length === 0,
    registerSignIn: async () => undefined,
  })
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    stopping ??= (async () => {
      await app.close()
      await pool.end()
      await database.stop()
    })()
    void stopping.then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await app.listen({ host: config.host, port: config.port })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  say(`Opstap listens on http://${config.host}:${port}`)
}

await start().catch((error: unknown) => {
  const words =
    error instanceof Error
      ? error.name === 'DatabaseStartError'
        ? error.message
        : (error.stack ?? error.message)
      : String(error)
  process.stderr.write(`${isDatabaseAway(error) ? 'The database cannot be reached: ' : ''}${words}\n`)
  process.exit(1)
})
