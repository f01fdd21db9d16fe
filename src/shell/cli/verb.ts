import { readConfig } from '#platform'
import type { EmbeddedDatabase } from '../../platform/database/embedded.ts'
import { migrateDatabase, openDatabase } from '../database.ts'

/** What was asked does not fit; the help is shown with it. */
export class UsageError extends Error {}

export interface Verb {
  /** The words that choose it: `token create`. */
  readonly words: readonly string[]
  readonly usage: string
  readonly summary: string
  readonly run: (rest: readonly string[], say: (line: string) => void) => Promise<void>
}

/** Opens the installation's database (joining a running embedded one), migrated, and closes it after. */
export const withDatabase = async <T>(
  use: (database: EmbeddedDatabase, config: ReturnType<typeof readConfig>) => Promise<T>,
): Promise<T> => {
  const config = readConfig(process.env)
  const database = await openDatabase(config, { log: () => undefined, join: true })
  try {
    await migrateDatabase(database)
    return await use(database, config)
  } finally {
    await database.stop()
  }
}
