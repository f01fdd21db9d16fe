import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform'
import { DatabaseStartError } from '../platform/database/embedded-error.ts'

/**
 * The secret that signs cookies and form tokens and encrypts citizen service numbers. A server installation sets
 * OPSTAP_SECRET; a trial makes one in its data folder and keeps it there, readable by its own account only.
 */
export const secretOf = (config: Config): string => {
  if (config.secret !== undefined) return config.secret
  if (config.databaseUrl !== undefined) {
    throw new DatabaseStartError(
      'DATABASE_URL is set, OPSTAP_SECRET is not: every process on that database needs the same secret, of 32 characters or more.',
    )
  }
  const file = join(config.dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}
