import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { commandOf, identityOf, type Runner } from './embedded-account.ts'
import { startEmbedded } from './embedded.ts'
import { isAlive, runningPostmaster, stopPostmaster } from './embedded-postmaster.ts'

/** A Node process of its own that runs the database, as Opstap does, to be killed by tests. */
export type DatabaseProcess = {
  readonly child: ChildProcess
  /** Empty if the database did not start; then `output` has the sentence. */
  readonly ownerUrl: string
  readonly appUrl: string
  readonly output: () => string
  readonly ended: Promise<number | null>
}

const embedded = new URL('embedded.ts', import.meta.url).href
const program = (options: object): string => `
  const { startEmbedded, DatabaseStartError } = await import(${JSON.stringify(embedded)})
  try {
    const database = await startEmbedded({ ...${JSON.stringify(options)}, log: line => console.log('log: ' + line) })
    const stop = async () => { await database.stop(); process.exit(0) }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    setInterval(() => undefined, 1000)
    console.log('urls: ' + JSON.stringify([database.ownerUrl, database.appUrl]))
  } catch (error) {
    console.log((error instanceof DatabaseStartError ? 'sentence: ' : 'broken: ') + error.message)
    process.exit(3)
  }`

export const runDatabase = async (
  options: { readonly dataDir: string; readonly join?: boolean },
  runner: Runner = { account: undefined, prefix: [] },
): Promise<DatabaseProcess> => {
  const [file, args] = commandOf(runner, process.execPath, ['--input-type=module', '-e', program(options)])
  const child = spawn(file, args, { ...identityOf(runner), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  let over = false
  void ended.then(() => (over = true))
  while (!over && !/^urls: .*\n/m.test(output)) await sleep(10)
  const [ownerUrl = '', appUrl = ''] = JSON.parse(/^urls: (.*)$/m.exec(output)?.[1] ?? '[]') as readonly string[]
  return { child, ownerUrl, appUrl, output: () => output, ended }
}

/** Temporary directory that a test file removes again, with any server that a failed test left in it. */
export const makeScratch = (name = 'opstap-launch-'): { readonly path: string; readonly remove: () => Promise<void> } => {
  const path = mkdtempSync(join(tmpdir(), name))
  chmodSync(path, 0o711)
  const remove = async (): Promise<void> => {
    await stopPostmaster(clusterOf(path))
    rmSync(path, { recursive: true, force: true })
  }
  return { path, remove }
}

let original: string | undefined

/** Data of a stopped Opstap without rows, made once per test file: copying is faster than making. */
export const prepareData = async (): Promise<void> => {
  original = mkdtempSync(join(tmpdir(), 'opstap-launch-original-'))
  chmodSync(original, 0o711)
  await (await startEmbedded({ dataDir: original, log: () => undefined })).stop()
}

export const copyData = (dataDir: string): void => {
  if (!original) throw new Error('prepareData comes first')
  mkdirSync(dataDir, { recursive: true })
  execFileSync('cp', ['-a', join(original, 'database'), dataDir])
}

export const removePreparedData = (): void => {
  if (original) rmSync(original, { recursive: true, force: true })
}

export const clusterOf = (dataDir: string): string => join(dataDir, 'database', 'cluster')
export const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Process id of the PostgreSQL server on the data; throws if there is none. */
export const serverOf = (dataDir: string): number => {
  const running = runningPostmaster(clusterOf(dataDir))
  if (!running) throw new Error(`no database runs in ${dataDir}`)
  return running.pid
}

export const isServing = (dataDir: string): boolean => runningPostmaster(clusterOf(dataDir)) !== undefined

export const kill = async (process_: DatabaseProcess): Promise<void> => {
  process_.child.kill('SIGKILL')
  await process_.ended
}

export const stop = async (process_: DatabaseProcess): Promise<number | null> => {
  process_.child.kill('SIGTERM')
  return process_.ended
}

export const untilGone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await sleep(10)
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** The server ended this connection itself (stopping, or recovering from a crash), or it broke under the statement. */
const isCutOff = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03'].includes(codeOf(error)) ||
  (error instanceof Error && /terminated|ECONNRESET|EPIPE|not queryable/i.test(error.message))

/** Rows of one statement; keeps trying while the server is starting again or cuts the connection to recover. */
export const query = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  for (const deadline = performance.now() + 15_000; ; await sleep(50)) {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch (error) {
      if (codeOf(error) === '28P01' || performance.now() > deadline) throw error
      continue
    }
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } catch (error) {
      if (!isCutOff(error) || performance.now() > deadline) throw error
    } finally {
      await client.end()
    }
  }
}
