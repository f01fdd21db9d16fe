import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startEmbedded } from './embedded.ts'
import {
  copyData,
  isServing,
  makeScratch,
  prepareData,
  query,
  removePreparedData,
  runDatabase,
  serverOf,
  stop,
} from './embedded-test-process.ts'

const log = (): void => undefined
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
let scratch: ReturnType<typeof makeScratch>
let dataDir: string

beforeEach(() => {
  scratch = makeScratch()
  dataDir = scratch.path
})
afterEach(() => scratch.remove())
beforeAll(prepareData)
afterAll(removePreparedData)

test('given no data, when started, stopped and started again, then the rows are kept and the second start takes at most a second', async () => {
  const first = await startEmbedded({ dataDir, log })
  await query(first.ownerUrl, 'create table pear (id integer); insert into pear values (7);')
  await first.stop()
  expect(isServing(dataDir)).toBe(false)
  const start = performance.now()
  const second = await startEmbedded({ dataDir, log })
  const took = performance.now() - start
  expect(await query(second.ownerUrl, 'select id from pear')).toEqual([{ id: 7 }])
  await second.stop()
  expect(took).toBeLessThan(1000)
})

test('given a started database, then it is durable, private, and its application role is bound by row-level security', async () => {
  const database = await startEmbedded({ dataDir, log })
  const setting = (name: string): Promise<readonly Record<string, unknown>[]> =>
    query(database.appUrl, `select current_setting('${name}') as value`)
  expect(await setting('fsync')).toEqual([{ value: 'on' }])
  expect(await setting('full_page_writes')).toEqual([{ value: 'on' }])
  expect(await setting('listen_addresses')).toEqual([{ value: '' }])
  expect(
    await query(
      database.ownerUrl,
      "select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'opstap_app'",
    ),
  ).toEqual([{ rolname: 'opstap_app', rolsuper: false, rolbypassrls: false, rolcanlogin: true }])
  expect(
    await query(database.appUrl, "select datcollate, datlocprovider, datlocale from pg_database where datname = 'opstap'"),
  ).toEqual([{ datcollate: 'C', datlocprovider: 'b', datlocale: 'C.UTF-8' }])
  expect(await query(database.appUrl, "select lower('ÉÏ') as low, upper('straße ĳ') as high")).toEqual([
    { low: 'éï', high: 'STRAßE Ĳ' },
  ])
  expect(statSync(join(dataDir, 'database', 'passwords.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'database')).mode & 0o777).toBe(0o700)
  await expect(query(database.appUrl.replace(/:\w+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed')
  await database.stop()
})

test.each([
  ['spaces, a quote and a comma', `my data, "mine" 'and' yours`],
  ['more than a socket path can hold', 'deep'.repeat(40)],
  ['letters outside ASCII', 'gegevens van café Ḧ'],
])('given a path with %s, when started, then it works', async (_, name) => {
  const database = await startEmbedded({ dataDir: join(dataDir, name), log })
  expect(await query(database.appUrl, 'select current_user::text as who')).toEqual([{ who: 'opstap_app' }])
  await database.stop()
  expect(isServing(join(dataDir, name))).toBe(false)
})

test('given the data moved to another place, when started, then the rows are there', async () => {
  copyData(join(dataDir, 'old'))
  const first = await startEmbedded({ dataDir: join(dataDir, 'old'), log })
  await query(first.ownerUrl, 'create table pear ()')
  await first.stop()
  renameSync(join(dataDir, 'old'), join(dataDir, 'new'))
  const second = await startEmbedded({ dataDir: join(dataDir, 'new'), log })
  expect(await query(second.ownerUrl, 'select from pear')).toEqual([])
  await second.stop()
})

test('given Opstap runs, when it is started again on the same data, then the second gets a sentence and the first keeps running', async () => {
  copyData(dataDir)
  const first = await runDatabase({ dataDir })
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(`Opstap is already running on this data (${dataDir}).`)
  expect(await query(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await stop(first)).toBe(0)
  expect(isServing(dataDir)).toBe(false)
})

test('given two starts at the same moment without data, then one runs and the other gets the sentence', async () => {
  const both = await Promise.all([runDatabase({ dataDir }), runDatabase({ dataDir })])
  const [winner, loser] = both[0].ownerUrl ? both : both.toReversed()
  expect(loser?.output()).toContain('sentence: Opstap is already running on this data')
  expect(await loser?.ended).toBe(3)
  expect(await query(winner?.ownerUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  if (winner) await stop(winner)
  expect(readdirSync(dataDir)).toEqual(['database'])
})

test('given Opstap runs, when a command joins it and is done, then both used one server and it still runs', async () => {
  copyData(dataDir)
  const first = await runDatabase({ dataDir })
  const server = serverOf(dataDir)
  const joined = await startEmbedded({ dataDir, log, join: true })
  expect(joined.appUrl).toBe(first.appUrl)
  await joined.stop()
  expect(serverOf(dataDir)).toBe(server)
  await stop(first)
  const alone = await startEmbedded({ dataDir, log, join: true })
  await alone.stop()
  expect(isServing(dataDir)).toBe(false)
})

test('given a first start that was broken off, when started, then its left-overs are removed', async () => {
  mkdirSync(join(dataDir, 'database.new-999999999-abcd', 'cluster'), { recursive: true })
  const database = await startEmbedded({ dataDir, log })
  expect(readdirSync(dataDir)).toEqual(['database'])
  await database.stop()
})

test.each<[string, (dataDir: string) => void, string]>([
  ['data of another PostgreSQL', dir => writeFileSync(join(dir, 'database/cluster/PG_VERSION'), '17\n'), 'are of PostgreSQL 17'],
  ['no password file', dir => rmSync(join(dir, 'database/passwords.json')), 'passwords.json) cannot be read'],
  [
    'the password file of other data',
    dir => writeFileSync(join(dir, 'database/passwords.json'), JSON.stringify({ owner: 'x'.repeat(20), app: 'y'.repeat(20) })),
    'are not those of its database',
  ],
  ['a damaged file', dir => writeFileSync(join(dir, 'database/cluster/global/pg_control'), 'x'), 'The database did not start: '],
  ['a missing part', dir => rmSync(join(dir, 'database/cluster/global'), { recursive: true }), 'The database did not start: '],
])(
  'given %s, when started, then one sentence says so and nothing keeps running',
  async (_, damage, sentence) => {
    await (await startEmbedded({ dataDir, log })).stop()
    damage(dataDir)
    const refused = await runDatabase({ dataDir })
    expect(await refused.ended).toBe(3)
    expect(refused.output()).toContain('sentence: ')
    expect(refused.output()).toContain(sentence)
    expect(isServing(dataDir)).toBe(false)
  },
  30_000,
)

test('given a data directory that is a file, when started, then one sentence says so', async () => {
  writeFileSync(join(dataDir, 'file'), '')
  const refused = await runDatabase({ dataDir: join(dataDir, 'file') })
  expect(refused.output()).toMatch(/^sentence: .*file/)
})

test('given a data directory behind a link, when started by both names, then it is the same data', async () => {
  copyData(join(dataDir, 'real'))
  symlinkSync(join(dataDir, 'real'), join(dataDir, 'link'))
  const first = await runDatabase({ dataDir: join(dataDir, 'link') })
  await expect(startEmbedded({ dataDir: join(dataDir, 'real'), log })).rejects.toThrow('already running')
  await stop(first)
  expect(existsSync(join(dataDir, 'real', 'database', 'cluster', 'postmaster.pid'))).toBe(false)
})
