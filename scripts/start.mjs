// `npm start`: everything from a fresh clone to a running Opstap.
import { main, run } from './launch.mjs'

/** React is four times slower outside production. Unless the caller says production too, or names a database, this is a trial, with demo data. */
const environment = env => ({
  ...env,
  NODE_ENV: env.NODE_ENV ?? 'production',
  ...(env.NODE_ENV !== 'production' && env.OPSTAP_DEMO === undefined && env.DATABASE_URL === undefined
    ? { OPSTAP_DEMO: '1' }
    : {}),
})

await main(() => run('main.js', process.argv.slice(2), { server: true, env: environment(process.env) }))
