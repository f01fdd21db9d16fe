import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accountFor, commandOf, identityOf, isRoot, runnerFor, type Runner } from './embedded-account.ts'
import { isServing, makeScratch, query, repository, runDatabase, stop } from './embedded-test-process.ts'
import { postgresBinaries } from './locate.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
let scratch: ReturnType<typeof makeScratch>
let dataDir: string

beforeEach(() => {
  scratch = makeScratch()
  dataDir = scratch.path
})
afterEach(() => scratch.remove())

const oneRow = async (url: string): Promise<void> => expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])

test('given whoever runs this, when the database starts, then it does not run as root', async () => {
  const running = await runDatabase({ dataDir })
  await oneRow(running.appUrl)
  expect(statSync(join(dataDir, 'database', 'cluster')).uid).not.toBe(0)
  await stop(running)
})

test('given data of another user and no root, then the sentence names that user', () => {
  vi.spyOn(process, 'geteuid').mockReturnValue(4321)
  expect(() => accountFor(0)).toThrow(
    'The data belong to root: start Opstap as that user, or choose another directory with OPSTAP_DATA.',
  )
  expect(accountFor(4321)).toBeUndefined()
  expect(accountFor(undefined)).toBeUndefined()
  vi.restoreAllMocks()
})

// Only root can become another user; in an ordinary user's own run these cases do not exist.
if (isRoot()) {
  const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' }
  const asNobody = (): Runner => runnerFor(nobody, [repository, process.execPath])

  test('given a data directory that only root may enter, when started, then the database works in it', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'opstap-closed-'))
    chmodSync(closed, 0o700)
    const running = await runDatabase({ dataDir: join(closed, 'deeper') })
    await oneRow(running.appUrl)
    await stop(running)
    expect(isServing(join(closed, 'deeper'))).toBe(false)
    rmSync(closed, { recursive: true })
  })

  test('given programs that only root may enter, when they make a database as another user, then they find each other', () => {
    const closed = mkdtempSync(join(tmpdir(), 'opstap-closed-'))
    execFileSync('cp', ['-a', dirname(dirname(postgresBinaries().initdb)), join(closed, 'native')])
    const initdb = join(closed, 'native/bin/initdb')
    const data = join(closed, 'data')
    mkdirSync(data)
    chownSync(data, nobody.uid, nobody.gid)
    const runner = runnerFor(nobody, [initdb, data])
    const [file, args] = commandOf(runner, initdb, ['-D', join(data, 'cluster'), '-U', 'opstap_owner', '--no-sync', '--locale=C'])
    const { status, stderr } = spawnSync(file, args, { ...identityOf(runner), cwd: '/', encoding: 'utf8' })
    rmSync(closed, { recursive: true })
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  })

  test("given an ordinary user, when started, then the database is that user's own", async () => {
    const home = join(dataDir, 'home')
    mkdirSync(home)
    chownSync(home, nobody.uid, nobody.gid)
    const running = await runDatabase({ dataDir: join(home, 'data') }, asNobody())
    expect(running.output()).toContain('urls: ')
    await oneRow(running.appUrl)
    expect(statSync(join(home, 'data', 'database', 'cluster')).uid).toBe(nobody.uid)
    expect(await stop(running)).toBe(0)
    const asRoot = await runDatabase({ dataDir: join(home, 'data') })
    await oneRow(asRoot.appUrl)
    expect(statSync(join(home, 'data', 'database', 'cluster')).uid).toBe(nobody.uid)
    await stop(asRoot)
  })

  test("given data that root's run made, when an ordinary user starts on them, then a sentence says whose they are", async () => {
    await stop(await runDatabase({ dataDir }))
    const refused = await runDatabase({ dataDir }, asNobody())
    expect(await refused.ended).toBe(3)
    expect(refused.output()).toMatch(/sentence: The data belong to ".+": start Opstap as that user/)
  })

  test('given a directory that an ordinary user may not write in, when started, then a sentence says so', async () => {
    const refused = await runDatabase({ dataDir: join(dataDir, 'not', 'mine') }, asNobody())
    expect(refused.output()).toMatch(/sentence: The directory for the data \(.*not\/mine\) cannot be made: .*EACCES/)
  })

  test('given a path that no right opens, then the sentence tells where to move to', () => {
    expect(() => runnerFor(nobody, [join(dataDir, 'missing')])).toThrow(
      `The database runs as user "nobody", who cannot reach ${join(dataDir, 'missing')}: move Opstap`,
    )
  })
}
