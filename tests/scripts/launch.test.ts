import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })
const repository = resolve(import.meta.dirname, '../..')
let root: string
let started: ChildProcess[]

/** A repository with the real scripts and packages and a server of a few lines. */
beforeEach(() => {
  started = []
  root = mkdtempSync(join(tmpdir(), 'opstap launch '))
  cpSync(join(repository, 'scripts'), join(root, 'scripts'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) cpSync(join(repository, file), join(root, file))
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'src/shell'), { recursive: true })
  mkdirSync(join(root, 'src/ui/assets'), { recursive: true })
  writeFileSync(join(root, 'src/ui/assets/main.css'), 'body { color: red }')
  writeFileSync(join(root, 'src/ui/greet.element.ts'), 'document.title = "hello"')
  writeFileSync(join(root, 'src/shell/cli.ts'), 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 5')
  writeServer('one')
})
afterEach(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL')
  rmSync(root, { recursive: true })
})

const writeServer = (words: string): void =>
  writeFileSync(
    join(root, 'src/shell/main.ts'),
    `import { existsSync, writeFileSync } from 'node:fs'
     setInterval(() => undefined, 1000)
     let count = 0
     for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {
       count += 1
       setTimeout(() => { writeFileSync('stopped', signal + ' ' + count); process.exit(7) }, 200)
     })
     console.log('${words}', process.env.NODE_ENV, process.env.OPSTAP_DEMO, 'pid', process.pid)`,
  )

type Started = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> }

const start = (script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Started => {
  const { NODE_ENV: _mode, OPSTAP_DEMO: _demo, npm_lifecycle_event: _event, ...clean } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return { child, output: () => output, ended: new Promise(done => child.once('exit', code => done(code))) }
}

const until = async (holds: () => boolean, say: () => string): Promise<void> => {
  for (const deadline = performance.now() + 40_000; !holds(); await sleep(20)) {
    if (performance.now() > deadline) throw new Error(`never happened: ${say()}`)
  }
}

const isGone = (pid: number): boolean => {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

const serverPid = (started: Started): number => Number(/pid (\d+)/.exec(started.output())?.[1])

test('given sources only, when started and interrupted, then it was built, ran, stopped once and gave its exit code', async () => {
  const server = start('start.mjs')
  await until(() => server.output().includes('pid '), server.output)
  expect(server.output()).toContain('Building…\none production 1 pid')
  server.child.kill('SIGINT')
  expect(await server.ended).toBe(7)
  expect(readFileSync(join(root, 'stopped'), 'utf8')).toBe('SIGINT 1')
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'dist/manifest.json'), 'utf8'))
  expect(manifest).toEqual({
    'greet.js': expect.stringMatching(/^\/assets\/greet\.element\.\w+\.js$/),
    'main.css': expect.stringMatching(/^\/assets\/main\.\w+\.css$/),
  })
})

test('given a build, when started again, then it is built again only after the sources changed', async () => {
  const run = async (): Promise<string> => {
    const server = start('start.mjs', [], { NODE_ENV: 'production' })
    await until(() => server.output().includes('pid '), server.output)
    server.child.kill('SIGTERM')
    await server.ended
    return server.output().replace(/ pid.*\n/, '')
  }
  expect(await run()).toBe('Building…\none production undefined')
  expect(await run()).toBe('one production undefined')
  writeServer('two')
  expect(await run()).toBe('Building…\ntwo production undefined')
})

test('given a running server, when what started it is killed, then the server stops in good order', async () => {
  const server = start('start.mjs')
  await until(() => server.output().includes('pid '), server.output)
  server.child.kill('SIGKILL')
  await until(() => existsSync(join(root, 'stopped')) && isGone(serverPid(server)), server.output)
  expect(readFileSync(join(root, 'stopped'), 'utf8')).toBe('SIGTERM 1')
})

test('given a command, when run, then its arguments, its output and its exit code are its own', async () => {
  const command = start('opstap.mjs', ['token', 'create', '--user', 'a b'])
  expect(await command.ended).toBe(5)
  expect(command.output()).toContain('["token","create","--user","a b"]')
})

test('given sources that cannot be built, when started, then one sentence says so and no old build is left half', async () => {
  writeFileSync(join(root, 'src/shell/main.ts'), 'import "./missing.ts"')
  const server = start('start.mjs')
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain('Opstap could not be built: ')
  expect(existsSync(join(root, 'dist'))).toBe(false)
  expect(existsSync(join(root, '.opstap-setup'))).toBe(false)
})

test('given a lock of a start that was killed, when started, then it is not waited for', async () => {
  mkdirSync(join(root, '.opstap-setup'))
  writeFileSync(join(root, '.opstap-setup/pid'), '999999999')
  expect(await start('opstap.mjs').ended).toBe(5)
})

test('given what npm noted, then packages that this computer needs must be there in the version of the lock file', async () => {
  const locked = {
    '': {},
    'node_modules/plain': { version: '1.0.0' },
    'node_modules/for-tests': { version: '1.0.0', dev: true },
    'node_modules/node-mars-x64': { version: '1.0.0', optional: true, os: ['mars'], cpu: ['x64'] },
    'node_modules/node-here': { version: '1.0.0', optional: true, os: process.platform, cpu: ['!mars'] },
  }
  const here = { 'node_modules/node-here': { version: '1.0.0' } }
  const cases = [
    { ...here, 'node_modules/plain': { version: '1.0.0' } },
    { ...here, 'node_modules/plain': { version: '1.0.1' } },
    here,
    { 'node_modules/plain': { version: '1.0.0' } },
  ]
  const directories = cases.map((packages, index) => {
    const directory = join(root, String(index))
    mkdirSync(join(directory, 'node_modules'), { recursive: true })
    writeFileSync(join(directory, 'package-lock.json'), JSON.stringify({ packages: locked }))
    writeFileSync(join(directory, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
    return directory
  })
  writeFileSync(
    join(root, 'scripts/ask.mjs'),
    `import { isInstalled } from './launch.mjs'; console.log(${JSON.stringify([...directories, join(root, 'none')])}.map(directory => isInstalled(directory)))`,
  )
  const answer = start('ask.mjs')
  await answer.ended
  expect(answer.output().trim()).toBe('[ true, false, false, false, false ]')
})
