import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  clusterOf,
  copyData,
  isServing,
  kill,
  makeScratch,
  prepareData,
  query,
  removePreparedData,
  runDatabase,
  serverOf,
  stop,
  untilGone,
} from './embedded-test-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
let scratch: ReturnType<typeof makeScratch>
let dataDir: string

beforeAll(prepareData)
afterAll(removePreparedData)
beforeEach(() => {
  scratch = makeScratch()
  dataDir = scratch.path
  copyData(dataDir)
})
afterEach(() => scratch.remove())

const addPear = 'create table if not exists pear (id integer); insert into pear values (7)'
/** Kills what would stop the server after Opstap. */
const cutLeash = (server: number): void => {
  const isLeash = (pid: string): boolean => {
    const file = `/proc/${pid}/cmdline`
    return existsSync(file) && readFileSync(file, 'utf8').endsWith(`\0opstap-leash\0${server}\0`)
  }
  process.kill(Number(readdirSync('/proc').find(isLeash)), 'SIGKILL')
}
const pears = (url: string): Promise<readonly Record<string, unknown>[]> => query(url, 'select id from pear')

test('given Opstap runs, when it is killed, then its server stops in good order by itself', async () => {
  const running = await runDatabase({ dataDir })
  const server = serverOf(dataDir)
  await kill(running)
  await untilGone(server)
  expect(readFileSync(join(dataDir, 'database', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/)
})

test('given Opstap was killed and its server left behind, when started again, then that server is replaced and the rows are there', async () => {
  const first = await runDatabase({ dataDir })
  await query(first.ownerUrl, addPear)
  const orphan = serverOf(dataDir)
  cutLeash(orphan)
  await kill(first)
  expect(serverOf(dataDir)).toBe(orphan)
  const second = await runDatabase({ dataDir })
  expect(second.output()).toContain('log: A database that an earlier run left behind was stopped.')
  expect(serverOf(dataDir)).not.toBe(orphan)
  expect(await pears(second.ownerUrl)).toEqual([{ id: 7 }])
  expect(await stop(second)).toBe(0)
  expect(isServing(dataDir)).toBe(false)
})

test('given Opstap and its server were both killed, when started again, then committed rows are there', async () => {
  const first = await runDatabase({ dataDir })
  await query(first.ownerUrl, addPear)
  const server = serverOf(dataDir)
  first.child.kill('SIGKILL')
  process.kill(server, 'SIGKILL')
  await first.ended
  await untilGone(server)
  const second = await runDatabase({ dataDir })
  expect(await pears(second.ownerUrl)).toEqual([{ id: 7 }])
  await stop(second)
})

test('given Opstap runs, when its server is killed, then it comes back on the same address with the committed rows', async () => {
  const running = await runDatabase({ dataDir })
  await query(running.ownerUrl, addPear)
  const server = serverOf(dataDir)
  process.kill(server, 'SIGKILL')
  await untilGone(server)
  expect(await pears(running.ownerUrl)).toEqual([{ id: 7 }])
  expect(running.output()).toContain('log: The database stopped by itself; it is being started again.')
  expect(await stop(running)).toBe(0)
  expect(isServing(dataDir)).toBe(false)
})

test('given Opstap runs, when one process of its server is killed, then the database recovers and the rows are there', async () => {
  const running = await runDatabase({ dataDir })
  await query(running.ownerUrl, addPear)
  const server = serverOf(dataDir)
  const [row] = await query(running.ownerUrl, "select pid from pg_stat_activity where application_name = 'opstap launcher'")
  process.kill(Number(row?.pid), 'SIGKILL')
  expect(await pears(running.ownerUrl)).toEqual([{ id: 7 }])
  await vi.waitFor(() => expect(isServing(dataDir)).toBe(true), { timeout: 10_000 })
  expect(await pears(running.ownerUrl)).toEqual([{ id: 7 }])
  expect(await stop(running)).toBe(0)
  expect(isServing(dataDir)).toBe(false)
  await untilGone(server)
})

test.each([
  ['this very process', process.pid],
  ['the first process of the machine', 1],
  ['no process', 999_999_999],
])('given an old file that names %s as the server, when started, then the database starts', async (_, pid) => {
  const first = await runDatabase({ dataDir })
  await query(first.ownerUrl, addPear)
  const file = join(clusterOf(dataDir), 'postmaster.pid')
  const server = serverOf(dataDir)
  const text = readFileSync(file, 'utf8')
  first.child.kill('SIGKILL')
  process.kill(server, 'SIGKILL')
  await untilGone(server)
  writeFileSync(file, text.replace(/^\d+/, String(pid)))
  const second = await runDatabase({ dataDir })
  expect(await pears(second.ownerUrl)).toEqual([{ id: 7 }])
  await stop(second)
})

test('given a server left behind that nobody can reach any more, when started, then it is replaced', async () => {
  const first = await runDatabase({ dataDir })
  const orphan = serverOf(dataDir)
  cutLeash(orphan)
  await kill(first)
  rmSync(join(dataDir, 'database', 'socket'), { recursive: true })
  const second = await runDatabase({ dataDir })
  expect(serverOf(dataDir)).not.toBe(orphan)
  expect(await query(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop(second)
})

test('given Opstap runs, when it is interrupted, then it and its server are gone and the data are closed in good order', async () => {
  const running = await runDatabase({ dataDir })
  const server = serverOf(dataDir)
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(0)
  expect(() => process.kill(server, 0)).toThrow('ESRCH')
  expect(readFileSync(join(dataDir, 'database', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/)
})
