import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, fchownSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, identityOf, type Runner } from './embedded-account.ts'
import { DatabaseStartError } from './embedded-error.ts'

/** PostgreSQL's first process, as its file postmaster.pid describes it. */
export type Postmaster = { readonly pid: number; readonly socketDirectory: string; readonly ready: boolean }

export type Cluster = {
  /** PostgreSQL's data directory. */
  readonly directory: string
  readonly logFile: string
  readonly runner: Runner
  readonly postgres: string
  readonly settings: Readonly<Record<string, string>>
}

/** PostgreSQL ended before it was ready. */
export type Exited = { readonly reason: string; readonly lockedByAnother: boolean }

/** No variables of the caller (PGDATA, PGPORT, a foreign locale) reach PostgreSQL, and its messages are English. */
export const cleanEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const rotateAbove = 5 * 1024 * 1024

const pidFileOf = (directory: string): string => join(directory, 'postmaster.pid')

const readPidFile = (directory: string): Postmaster | undefined => {
  let text: string
  try {
    text = readFileSync(pidFileOf(directory), 'utf8')
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return undefined
  return { pid, socketDirectory: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const argumentsOf = (pid: number): readonly string[] => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
  } catch {
    return []
  }
}

const isSameDirectory = (left: string, right: string): boolean => {
  try {
    const [a, b] = [statSync(left), statSync(right)]
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}

/** Numbers of processes are used again (after a restart of the machine or container), so a living process proves nothing yet. */
const isPostmasterOf = (pid: number, directory: string): boolean => {
  if (!isAlive(pid)) return false
  const [program = '', ...args] = argumentsOf(pid)
  if (basename(program) !== 'postgres') return false
  if (process.platform !== 'linux') return args.join(' ').includes(directory)
  return isSameDirectory(args[args.indexOf('-D') + 1] ?? '', directory)
}

export const runningPostmaster = (directory: string): Postmaster | undefined => {
  const found = readPidFile(directory)
  return found && isPostmasterOf(found.pid, directory) ? found : undefined
}

/** The log of the running server plus one older part: it cannot fill the disk. */
const openLog = ({ logFile, runner }: Cluster): number => {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > rotateAbove) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  if (runner.account) fchownSync(log, runner.account.uid, runner.account.gid)
  return log
}

const lastComplaint = (logFile: string, from: number): string => {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n')
  const line = lines.findLast(text => /FATAL|PANIC/.test(text)) ?? lines.findLast(text => text !== '') ?? 'it gave no reason'
  return line.replace(/^.*?(FATAL|PANIC):\s*/, '')
}

/**
 * Waits beside the server until this process is gone, also when it is killed with no time to say goodbye, and then stops the server:
 * the pipe to its standard input closes. Standard `sh`, because it has to live longer than Node.
 */
const leashOn = (pid: number): ChildProcess => {
  const leash = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'opstap-leash', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  leash.on('error', () => undefined)
  leash.unref()
  return leash
}

/** Starts PostgreSQL in a session of its own (Ctrl-C in a terminal is for Opstap, which then stops it in good order). */
export const spawnPostmaster = async (cluster: Cluster, socketDirectory: string): Promise<Postmaster | Exited> => {
  // PostgreSQL would take any living process with the number in an old file for itself. A dead one is its own to clear.
  const old = readPidFile(cluster.directory)
  if (old && isAlive(old.pid) && !isPostmasterOf(old.pid, cluster.directory))
    rmSync(pidFileOf(cluster.directory), { force: true })
  const log = openLog(cluster)
  const from = fstatSync(log).size
  const sockets = `"${socketDirectory.replaceAll('"', '""')}"`
  const options = Object.entries({ ...cluster.settings, unix_socket_directories: sockets }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const [file, args] = commandOf(cluster.runner, cluster.postgres, ['-D', cluster.directory, ...options])
  const child = spawn(file, args, {
    ...identityOf(cluster.runner),
    cwd: '/',
    detached: true,
    env: cleanEnvironment,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended: string | undefined
  child.once('error', error => (ended = error.message))
  const leash = child.pid === undefined ? undefined : leashOn(child.pid)
  child.once('exit', () => {
    leash?.kill('SIGKILL')
    ended = lastComplaint(cluster.logFile, from)
  })
  child.unref()
  while (ended === undefined) {
    const found = readPidFile(cluster.directory)
    if (found?.ready && found.pid === child.pid) return found
    await sleep(15)
  }
  return { reason: ended, lockedByAnother: /lock file .* already exists|pre-existing shared memory block/.test(ended) }
}

const endedWithin = async (pid: number, milliseconds: number): Promise<boolean> => {
  const deadline = performance.now() + milliseconds
  while (performance.now() < deadline) {
    if (!isAlive(pid)) return true
    await sleep(15)
  }
  return !isAlive(pid)
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Harder only if that hangs. */
export const stopPostmaster = async (directory: string): Promise<void> => {
  const running = runningPostmaster(directory)
  if (!running) return
  const patience = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5000],
  ] as const
  for (const [signal, milliseconds] of patience) {
    try {
      process.kill(running.pid, signal)
    } catch {
      return
    }
    if (await endedWithin(running.pid, milliseconds)) return
  }
  throw new DatabaseStartError(`The database (process ${running.pid}) of ${dirname(directory)} could not be stopped.`)
}
