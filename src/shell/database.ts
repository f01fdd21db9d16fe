import type { Config } from '#platform'
import { DatabaseStartError, type EmbeddedDatabase, startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { roleOf } from '../platform/database/roles.ts'

/** The database of this installation: the server that the settings name, or the embedded one. */
export const openDatabase = async (
  config: Config,
  options: { readonly log: (line: string) => void; readonly join?: boolean; readonly onLost?: (error: unknown) => void },
): Promise<EmbeddedDatabase> => {
  if (config.databaseUrl === undefined) {
    return startEmbedded({
      dataDir: config.dataDir,
      log: options.log,
      ...(options.join === undefined ? {} : { join: options.join }),
      ...(options.onLost === undefined ? {} : { onLost: options.onLost }),
    })
  }
  if (config.databaseOwnerUrl === undefined) {
    throw new DatabaseStartError('DATABASE_URL is set, DATABASE_OWNER_URL is not: migrations need the owner of the database.')
  }
  return { ownerUrl: config.databaseOwnerUrl, appUrl: config.databaseUrl, stop: async () => undefined }
}

export const migrateDatabase = (database: EmbeddedDatabase): Promise<unknown> =>
  migrate(database.ownerUrl, { appRole: roleOf(database.appUrl) })
