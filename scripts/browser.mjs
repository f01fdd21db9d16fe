// Finds Chromium for the browser tests, or installs Debian's. Plain JavaScript for the system's own Node (20 or newer).
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
// The participant pages are also in Arabic; without a font that has it every letter is an empty box.
const packages = ['chromium', 'fonts-noto-core']

const isExecutable = path => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium on this machine, or undefined. CHROMIUM_PATH goes first. */
export const findChromium = (env = process.env) => {
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter).filter(Boolean)]
  const candidates = [env.CHROMIUM_PATH, ...names.flatMap(name => folders.map(folder => join(folder, name)))]
  return candidates.find(path => path && isExecutable(path))
}

const isDebian = () =>
  existsSync('/etc/debian_version') &&
  existsSync('/etc/os-release') &&
  /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

const run = (command, args) => {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** The path of a Chromium, installed first where this may be done; throws with what to do otherwise. */
export const ensureChromium = () => {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && isDebian()) {
    console.log(`No Chromium found: installing ${packages.join(' and ')}`)
    const installed =
      run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
    const path = findChromium()
    if (installed && path) return path
  }
  throw new Error(
    `The browser tests need Chromium and none was found. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}. ` +
      'Elsewhere: install Chromium or Chrome and set CHROMIUM_PATH to its program.',
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
