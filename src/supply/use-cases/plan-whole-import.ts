import { setImmediate } from 'node:timers/promises'
import type { OfferId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { parseRow, type ParsedRow } from '../domain/import/parse-row.ts'
import { keptApartSet, planRows } from '../domain/import/plan-rows.ts'
import { missingColumns } from '../domain/import/propose-mapping.ts'
import type { ImportRow, SupplyImport } from '../domain/import/supply-import.ts'
import { listAllRows, updateRows } from '../storage/import-rows.ts'
import { listKeptApart } from '../storage/kept-apart.ts'
import { listKnownOffers } from '../storage/offers.ts'

/** A row read as the mapping says, with what was typed in its place. */
export const parsedRow = (
  list: Pick<SupplyImport, 'mapping' | 'readOn'>,
  row: Pick<ImportRow, 'line' | 'cells' | 'corrections'>,
): ParsedRow => parseRow(list.mapping, row, { today: list.readOn, corrections: row.corrections })

const PARSED_AT_ONCE = 250

/** Lets other requests through in between: a list may have 20,000 rows. */
const parseAll = async (list: SupplyImport, rows: readonly FileRow[]): Promise<readonly ParsedRow[]> => {
  const parsed: ParsedRow[] = []
  for (let at = 0; at < rows.length; at += PARSED_AT_ONCE) {
    for (const row of rows.slice(at, at + PARSED_AT_ONCE)) parsed.push(parsedRow(list, row))
    await setImmediate()
  }
  return parsed
}

type FileRow = Pick<ImportRow, 'rowNumber' | 'line' | 'cells' | 'corrections'>
const NO_CHANGES = { changes: [], conflicts: [], notes: [] }

/** Compares these rows with what is known; nothing is written. */
export const planTheseRows = async (
  db: Db,
  tenantId: TenantId,
  list: SupplyImport,
  rows: readonly FileRow[],
  now: Date,
): Promise<{ readonly list: SupplyImport; readonly rows: readonly ImportRow[] }> => {
  if (missingColumns(list.mapping).includes('name')) {
    const summary = { outcomes: {}, plans: {}, doubles: 0, vanished: [] }
    const unread = rows.map(({ rowNumber, line, cells, corrections }) => ({
      rowNumber,
      line,
      cells,
      corrections,
      changes: NO_CHANGES,
    }))
    return { list: { ...list, state: 'mapping', plannedAt: undefined, summary }, rows: unread }
  }
  const [known, apart] = await Promise.all([listKnownOffers(db, tenantId), listKeptApart(db, tenantId)])
  const parsed = await parseAll(list, rows)
  const active = new Set<OfferId>(known.filter(({ state }) => state === 'active').map(({ id }) => id))
  const planned = planRows(parsed, known, { source: list.source, apart: keptApartSet(apart), mergeable: id => active.has(id) })
  const next = rows.map(({ rowNumber, line, cells, corrections }, at): ImportRow => ({
    rowNumber,
    line,
    cells,
    corrections,
    ...(planned.rows[at] ?? { changes: NO_CHANGES }),
  }))
  return { list: { ...list, state: 'preview', plannedAt: now, summary: planned.summary }, rows: next }
}

/** Compares every row of the list anew. What was typed in a row stays; earlier decisions are asked again. */
export const planWholeImport = async (db: Db, tenantId: TenantId, list: SupplyImport, now: Date): Promise<SupplyImport> => {
  const scope = { tenantId, importId: list.id }
  const planned = await planTheseRows(db, tenantId, list, await listAllRows(db, scope), now)
  await updateRows(db, scope, planned.rows)
  return planned.list
}
