import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import { LoadedInstrument } from '../domain/loaded.ts'
import type { InstrumentsTables } from './tables.ts'

const COLUMNS = ['version', 'state', 'content', 'file_name', 'loaded_by', 'loaded_at'] as const
type Row = Pick<InstrumentsTables['instrument_version'], (typeof COLUMNS)[number]>

const toLoaded = (row: Row): LoadedInstrument =>
  LoadedInstrument.parse({
    version: row.version,
    state: row.state,
    content: row.content,
    fileName: row.file_name,
    loadedBy: row.loaded_by,
    loadedAt: row.loaded_at,
  })

const table = (db: Db) => db.withTables<InstrumentsTables>()
const select = (db: Db, tenantId: TenantId) =>
  table(db).selectFrom('instrument_version').select(COLUMNS).where('tenant_id', '=', tenantId)

export const listOffered = async (db: Db, tenantId: TenantId): Promise<readonly LoadedInstrument[]> =>
  (await select(db, tenantId).where('state', '=', 'offered').orderBy('key').execute()).map(toLoaded)

export const findLoaded = async (
  db: Db,
  tenantId: TenantId,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<LoadedInstrument | undefined> => {
  const row = await select(db, tenantId).where('key', '=', key).where('version', '=', version).executeTakeFirst()
  return row === undefined ? undefined : toLoaded(row)
}
