import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import { LoadedInstrument, type LoadedState } from '../domain/loaded.ts'
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

/** By key, the newest version first. */
export const listLoaded = async (db: Db, tenantId: TenantId): Promise<readonly LoadedInstrument[]> =>
  (await select(db, tenantId).orderBy('key').orderBy('version', 'desc').execute()).map(toLoaded)

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

/** Locks what there is of this key, so that two who load at once get two versions. */
export const lastVersionOf = async (db: Db, tenantId: TenantId, key: string): Promise<number> => {
  const rows = await table(db)
    .selectFrom('instrument_version')
    .select('version')
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .orderBy('version')
    .forUpdate()
    .execute()
  return rows.at(-1)?.version ?? 0
}

/** Resolves to false when another took this version in the same moment. */
export const insertLoaded = async (db: Db, tenantId: TenantId, loaded: LoadedInstrument): Promise<boolean> => {
  const row = await table(db)
    .insertInto('instrument_version')
    .values({
      tenant_id: tenantId,
      key: loaded.content.key,
      version: loaded.version,
      state: loaded.state,
      content: JSON.stringify(loaded.content),
      file_name: loaded.fileName,
      loaded_by: loaded.loadedBy,
      loaded_at: loaded.loadedAt,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'key', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

export const setLoadedState = async (
  db: Db,
  tenantId: TenantId,
  { key, version }: { readonly key: string; readonly version: number },
  state: LoadedState,
): Promise<void> => {
  await table(db)
    .updateTable('instrument_version')
    .set({ state })
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('version', '=', version)
    .execute()
}

/** One version is offered at a time. */
export const withdrawOffered = async (db: Db, tenantId: TenantId, key: string): Promise<void> => {
  await table(db)
    .updateTable('instrument_version')
    .set({ state: 'withdrawn' satisfies LoadedState })
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('state', '=', 'offered')
    .execute()
}
