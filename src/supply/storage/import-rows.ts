import type { ImportId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { sql } from 'kysely'
import { ImportRow, type Outcome, type PlanKind } from '../domain/import/supply-import.ts'
import type { z } from 'zod'
import type { SupplyTables } from './tables.ts'

const COLUMNS = [
  'row_number',
  'line',
  'cells',
  'corrections',
  'outcome',
  'plan',
  'offer_id',
  'changes',
  'double_of_row',
  'double_of_offer',
  'decision',
  'double_decision',
  'result',
] as const
type Row = Pick<SupplyTables['supply_import_row'], (typeof COLUMNS)[number]>

const toRow = (row: Row): ImportRow =>
  ImportRow.parse({
    rowNumber: row.row_number,
    line: row.line,
    cells: row.cells,
    corrections: row.corrections,
    outcome: row.outcome ?? undefined,
    plan: row.plan ?? undefined,
    offerId: row.offer_id ?? undefined,
    changes: row.changes,
    doubleOfRow: row.double_of_row ?? undefined,
    doubleOfOffer: row.double_of_offer ?? undefined,
    decision: row.decision ?? undefined,
    doubleDecision: row.double_decision ?? undefined,
    result: row.result ?? undefined,
  })

export interface ImportScope {
  readonly tenantId: TenantId
  readonly importId: ImportId
}

const selectRows = (db: Db, { tenantId, importId }: ImportScope) =>
  db
    .withTables<SupplyTables>()
    .selectFrom('supply_import_row')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)

const AT_ONCE = 1_000
const inBatches = async <Item>(items: readonly Item[], send: (batch: readonly Item[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < items.length; at += AT_ONCE) await send(items.slice(at, at + AT_ONCE))
}

/** The rows of a new list, with their plan. */
export const insertRows = (db: Db, scope: ImportScope, rows: readonly ImportRow[]): Promise<void> =>
  inBatches(rows, batch =>
    sql`insert into supply_import_row
        (tenant_id, import_id, row_number, line, cells, outcome, plan, offer_id, changes, double_of_row, double_of_offer)
      select ${scope.tenantId}::uuid, ${scope.importId}::uuid, "rowNumber", line, cells, outcome, plan, "offerId", changes,
        "doubleOfRow", "doubleOfOffer"
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as x ("rowNumber" integer, line integer, cells jsonb, outcome text,
        plan text, "offerId" uuid, changes jsonb, "doubleOfRow" integer, "doubleOfOffer" uuid)`.execute(db),
  )

/** Writes plan, decisions and result of rows that are there. */
export const updateRows = (db: Db, scope: ImportScope, rows: readonly ImportRow[]): Promise<void> =>
  inBatches(rows, batch => {
    const values = batch.map(({ cells: _cells, line: _line, ...row }) => row)
    return sql`update supply_import_row r
      set corrections = x.corrections, outcome = x.outcome, plan = x.plan, offer_id = x."offerId", changes = x.changes,
        double_of_row = x."doubleOfRow", double_of_offer = x."doubleOfOffer", decision = x.decision,
        double_decision = x."doubleDecision", result = x.result
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x ("rowNumber" integer, corrections jsonb, outcome text, plan text,
        "offerId" uuid, changes jsonb, "doubleOfRow" integer, "doubleOfOffer" uuid, decision text, "doubleDecision" text, result text)
      where r.tenant_id = ${scope.tenantId} and r.import_id = ${scope.importId} and r.row_number = x."rowNumber"`.execute(db)
  })

export const listAllRows = async (db: Db, scope: ImportScope): Promise<readonly ImportRow[]> =>
  (await selectRows(db, scope).orderBy('row_number').execute()).map(toRow)

export const listRowsAfter = async (
  db: Db,
  scope: ImportScope,
  rowNumber: number,
  limit: number,
): Promise<readonly ImportRow[]> =>
  (await selectRows(db, scope).where('row_number', '>', rowNumber).orderBy('row_number').limit(limit).execute()).map(toRow)

export const listRowsByNumber = async (
  db: Db,
  scope: ImportScope,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ImportRow>> => {
  if (numbers.length === 0) return new Map()
  const rows = await selectRows(db, scope)
    .where('row_number', '=', sql<number>`any(${numbers}::integer[])`)
    .execute()
  return new Map(rows.map(row => [row.row_number, toRow(row)]))
}

export interface RowFilter {
  readonly outcome?: z.infer<typeof Outcome> | undefined
  readonly plan?: PlanKind | undefined
  readonly doublesOnly?: boolean | undefined
}

/** A page of rows of one kind, in the order of the list, and how many there are in all. */
export const listRowsOf = async (
  db: Db,
  scope: ImportScope,
  { outcome, plan, doublesOnly }: RowFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ImportRow[]; readonly total: number }> => {
  let chosen = selectRows(db, scope)
  if (outcome !== undefined) chosen = chosen.where('outcome', '=', outcome)
  if (plan !== undefined) chosen = chosen.where('plan', '=', plan)
  if (doublesOnly === true)
    chosen = chosen.where(eb => eb.or([eb('double_of_row', 'is not', null), eb('double_of_offer', 'is not', null)]))
  const [rows, counted] = await Promise.all([
    chosen.orderBy('row_number').limit(page.limit).offset(page.offset).execute(),
    chosen
      .clearSelect()
      .select(sql<number>`count(*)`.as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toRow), total: counted.total }
}
