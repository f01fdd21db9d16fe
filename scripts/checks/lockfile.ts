import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Entry = z.object({ integrity: z.string().optional(), resolved: z.string().optional(), link: z.boolean().optional() })
const Lockfile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), Entry) })

/**
 * What is wrong with a package-lock.json: an entry that is not bound to its content, or one that names a registry
 * (a clone installs from the registry that its owner configured).
 */
export const lockfileProblems = (lockfile: unknown): readonly string[] => {
  const { packages } = Lockfile.parse(lockfile)
  const entries = Object.entries(packages).filter(([path]) => path !== '')
  if (entries.length === 0) return ['the lock file holds no packages']
  return entries.flatMap(([path, entry]) => [
    ...(entry.link || /^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '') ? [] : [`${path}: no sha512 integrity`]),
    ...(entry.resolved === undefined || entry.link ? [] : [`${path}: resolved to an address`]),
  ])
}

if (import.meta.main) {
  const problems = lockfileProblems(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log('Every package in the lock file has its integrity and none an address.')
  process.exitCode = problems.length === 0 ? 0 : 1
}
