// `npm run opstap -- <verb>`: the command line of Opstap.
import { main, run } from './launch.mjs'

await main(() =>
  run('cli.js', process.argv.slice(2), { env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' } }),
)
