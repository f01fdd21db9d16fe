import type { ImportId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { SupplyImport, type ImportState } from '../domain/import/supply-import.ts'
import type { SupplyTables } from './tables.ts'

const COLUMNS = [
  'id',
  'source',
  'file_name',
  'state',
  'recognised',
  'mapping',
  'read_on',
  'planned_at',
  'summary',
  'rows_total',
  'rows_done',
  'result',
  'applied_at',
  'created_by',
  'created_by_name',
  'created_at',
  'version',
] as const
type Row = Pick<SupplyTables['supply_import'], (typeof COLUMNS)[number]>

const toImport = (row: Row): SupplyImport =>
  SupplyImport.parse({
    id: row.id,
    source: row.source,
    fileName: row.file_name,
    state: row.state,
    recognised: row.recognised,
    mapping: row.mapping,
    readOn: row.read_on,
    plannedAt: row.planned_at ?? undefined,
    summary: row.summary,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    result: row.result,
    appliedAt: row.applied_at ?? undefined,
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    version: row.version,
  })

const fromImport = (list: SupplyImport) => ({
  source: list.source,
  file_name: list.fileName,
  state: list.state,
  recognised: JSON.stringify(list.recognised),
  mapping: JSON.stringify(list.mapping),
  read_on: list.readOn,
  planned_at: list.plannedAt ?? null,
  summary: JSON.stringify(list.summary),
  rows_total: list.rowsTotal,
  rows_done: list.rowsDone,
  result: JSON.stringify(list.result),
  applied_at: list.appliedAt ?? null,
  created_by: list.createdBy,
  created_by_name: list.createdByName,
  created_at: list.createdAt,
  version: list.version,
})

const selectImports = (db: Db, tenantId: TenantId) =>
  db.withTables<SupplyTables>().selectFrom('supply_import').select(COLUMNS).where('tenant_id', '=', tenantId)

export const insertImport = async (db: Db, tenantId: TenantId, list: SupplyImport): Promise<void> => {
  await db
    .withTables<SupplyTables>()
    .insertInto('supply_import')
    .values({ tenant_id: tenantId, id: list.id, ...fromImport(list) })
    .execute()
}

/** Writes the next version. The row was locked by `lockImport`. */
export const updateImport = async (db: Db, tenantId: TenantId, list: SupplyImport): Promise<SupplyImport> => {
  const next = { ...list, version: list.version + 1 }
  await db
    .withTables<SupplyTables>()
    .updateTable('supply_import')
    .set(fromImport(next))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', list.id)
    .execute()
  return next
}

export const findImport = async (db: Db, tenantId: TenantId, id: ImportId): Promise<SupplyImport | undefined> => {
  const row = await selectImports(db, tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toImport(row)
}

export const lockImport = async (db: Db, tenantId: TenantId, id: ImportId): Promise<SupplyImport | undefined> => {
  const row = await selectImports(db, tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : toImport(row)
}

export const listImports = async (db: Db, tenantId: TenantId, limit: number): Promise<readonly SupplyImport[]> =>
  (await selectImports(db, tenantId).orderBy('created_at', 'desc').limit(limit).execute()).map(toImport)

/** Is there another list in one of these states, or one that was applied since this moment? */
export const hasOtherImport = async (
  db: Db,
  tenantId: TenantId,
  id: ImportId,
  when: { readonly state: ImportState } | { readonly appliedSince: Date },
): Promise<boolean> => {
  const others = selectImports(db, tenantId).where('id', '!=', id).limit(1)
  const row = await (
    'state' in when ? others.where('state', '=', when.state) : others.where('applied_at', '>', when.appliedSince)
  ).executeTakeFirst()
  return row !== undefined
}
