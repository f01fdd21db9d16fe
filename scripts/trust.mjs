// `npm run trust`: what `npm test` tries as a sample, at full size. Prints a table; fails when one of them fails.
//
//   npm run trust               all of it, about an hour on two cores
//   npm run trust -- races      only these
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const results = join(root, 'test-results')

const rows = [
  {
    name: 'races',
    what: '64 racing for the last place, 1,000 runs: nobody too many',
    files: ['src/plans/placements.db.test.ts'],
    env: { OPSTAP_RACES: '1000' },
    atLeast: 1_000,
  },
  {
    name: 'merged',
    what: 'the same, by the addresses of offers that became one, and while they do',
    files: ['tests/integration/merged-offers.test.ts'],
    env: {},
    atLeast: 10,
  },
  {
    name: 'edits',
    what: 'two who edit the same at once, 1,000 pairs: nothing lost, the second sees both texts',
    files: ['tests/integration/concurrent-edits.test.ts'],
    env: { OPSTAP_PAIRS: '1000' },
    atLeast: 2,
  },
  {
    name: 'repeats',
    what: 'one key sent twenty times at once: one effect, one answer',
    files: ['tests/integration/idempotency-race.test.ts'],
    env: {},
    atLeast: 10,
  },
  {
    name: 'kills',
    what: 'Opstap and its database killed under write load, 50 times: nothing lost, nothing twice',
    files: ['tests/integration/killed-under-load.test.ts'],
    env: { OPSTAP_KILLS: '50' },
    atLeast: 1,
  },
  {
    name: 'malformed',
    what: 'requests that make no sense, 10,000 and more: no 5xx',
    files: ['tests/integration/malformed.test.ts'],
    env: { OPSTAP_CORPUS: 'full' },
    atLeast: 100,
  },
]

const run = ({ name, files, env, atLeast }) => {
  const report = join(results, `trust-${name}.json`)
  rmSync(report, { force: true })
  const since = Date.now()
  const { status } = spawnSync(
    join(bin, 'vitest'),
    ['run', '--project', 'db', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...files],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' },
    },
  )
  const { numPassedTests: passed, numFailedTests: failed, numTotalTests: total } = JSON.parse(readFileSync(report, 'utf8'))
  const ok = status === 0 && failed === 0 && passed === total && passed >= atLeast
  return { passed, failed, ok, seconds: (Date.now() - since) / 1_000 }
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !rows.some(row => row.name === name))
if (unknown.length > 0) {
  console.error(`No such row: ${unknown.join(', ')}. Rows: ${rows.map(row => row.name).join(', ')}`)
  process.exit(1)
}
mkdirSync(results, { recursive: true })
const done = rows.filter(row => asked.length === 0 || asked.includes(row.name)).map(row => ({ ...row, ...run(row) }))
console.log('\n| row | what | tests | failed | seconds | |\n|---|---|---|---|---|---|')
for (const { name, what, passed, failed, seconds, ok } of done)
  console.log(`| ${name} | ${what} | ${passed + failed} | ${failed} | ${seconds.toFixed(0)} | ${ok ? '✓' : '✗'} |`)
process.exitCode = done.every(({ ok }) => ok) ? 0 : 1
