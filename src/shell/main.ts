import { readConfig } from '#platform'
import { compose } from './compose.ts'
import { migrateDatabase, openDatabase } from './database.ts'
import { startDemo, tellSignIns } from './demo/start-demo.ts'
import { secretOf } from './secret.ts'
import { wordsOfFailure } from './words-of-failure.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Stops once, in good order, however it is asked. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping: Promise<void> | undefined
  const ask = (): void => {
    stopping ??= stop()
    stopping.then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', ask)
  process.once('SIGTERM', ask)
}

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  const database = await openDatabase(config, { log: say, onLost: () => process.exit(1) })
  await migrateDatabase(database)
  const address = `http://${config.host}:${config.port}`
  const composed = await compose({
    appUrl: database.appUrl,
    secret: secretOf(config),
    demo: config.demo,
    origin: config.origin ?? address,
    configuredOrigin: config.origin,
    poolSize: config.poolSize,
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
    sms: config.sms,
    ...(config.languagesDir === undefined ? {} : { languagesDir: config.languagesDir }),
    proxies: config.proxies,
    retention: config.retention,
    log: say,
  })
  stopOnSignal(async () => {
    await composed.stop()
    await database.stop()
  })
  if (config.demo) await startDemo(database, say)
  await composed.start()
  await composed.app.listen({ host: config.host, port: config.port })
  const bound = composed.app.server.address()
  say(`Opstap listens on http://${config.host}:${typeof bound === 'object' && bound !== null ? bound.port : config.port}`)
  if (config.demo) tellSignIns(say)
}

await start().catch((error: unknown) => {
  process.stderr.write(`${wordsOfFailure(error)}\n`)
  process.exit(1)
})
