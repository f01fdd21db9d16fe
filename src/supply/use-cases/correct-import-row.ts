import { z } from 'zod'
import { accept, freeText, ImportId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayImportSupply } from '../access.ts'
import { ImportColumn } from '../domain/import/columns.ts'
import { keptApartSet, planRows } from '../domain/import/plan-rows.ts'
import { Outcome, type ImportRow, type ImportSummary, type RowPlan } from '../domain/import/supply-import.ts'
import { listRowsByNumber, updateRows } from '../storage/import-rows.ts'
import { lockImport, updateImport } from '../storage/imports.ts'
import { findOffer } from '../storage/offers.ts'
import { parsedRow } from './plan-whole-import.ts'

type Counts = Readonly<Record<string, number | undefined>>
const moved = (counts: Counts, from: string | undefined, to: string): Record<string, number> => {
  const next = new Map(Object.entries(counts).map(([name, n]) => [name, n ?? 0]))
  if (from !== undefined) next.set(from, (next.get(from) ?? 1) - 1)
  next.set(to, (next.get(to) ?? 0) + 1)
  return Object.fromEntries(next)
}

const recount = (summary: ImportSummary, before: ImportRow, after: RowPlan): ImportSummary => ({
  ...summary,
  outcomes: moved(summary.outcomes, before.outcome, after.outcome),
  plans: moved(summary.plans, before.plan, after.plan),
})

export const correctImportRow = command({
  name: 'supply.correctImportRow',
  summary: 'Types something else in the place of what a row of an uploaded list says, and reads the row again',
  input: z.object({
    importId: ImportId,
    rowNumber: z.coerce.number().int().positive(),
    version: z.coerce.number().int().positive(),
    /** By meaning. An empty text is no text; what is left out stays as it was. */
    texts: z.partialRecord(ImportColumn, freeText(20_000)),
  }),
  output: z.object({ importId: ImportId, rowNumber: z.number(), outcome: Outcome, version: z.number() }),
  access: mayImportSupply,
  rest: { method: 'PUT', path: '/imports/{importId}/rows/{rowNumber}' },
  run: async ({ db, tenantId, input, record }) => {
    const scope = { tenantId, importId: input.importId }
    const list = found(await lockImport(db, tenantId, input.importId), 'import')
    if (list.version !== input.version) return refuse('versionConflict', undefined, { current: { version: list.version } })
    if (list.state !== 'preview') return refuse('notPossibleNow', undefined, { state: list.state })
    const row = found((await listRowsByNumber(db, scope, [input.rowNumber])).get(input.rowNumber), 'import row')
    const { originals } = parsedRow(list, { ...row, corrections: {} })
    const typed = Object.entries({ ...row.corrections, ...input.texts })
    const corrections = Object.fromEntries(typed.filter(([column, text]) => text !== (originals[column as ImportColumn] ?? '')))
    const offer = row.offerId === undefined ? undefined : await findOffer(db, tenantId, row.offerId)
    const { rows } = planRows([parsedRow(list, { ...row, corrections })], offer === undefined ? [] : [offer], {
      source: list.source,
      apart: keptApartSet([]),
      mergeable: () => false,
    })
    const plan = found(rows[0], 'plan')
    await updateRows(db, scope, [{ ...row, corrections, decision: undefined, ...plan }])
    const saved = await updateImport(db, tenantId, { ...list, summary: recount(list.summary, row, plan) })
    record({ entity: 'supplyImport', id: list.id, version: saved.version, fields: Object.keys(input.texts) })
    return accept({ importId: list.id, rowNumber: row.rowNumber, outcome: plan.outcome, version: saved.version })
  },
})
