import { z } from 'zod'
import { CalendarDay, ImportId, OfferId } from '#kernel'
import { found, query } from '#platform'
import { mayImportSupply } from '../access.ts'
import { FINDING_CODES } from '../domain/import/findings.ts'
import { ImportColumn } from '../domain/import/columns.ts'
import { ColumnMapping } from '../domain/import/propose-mapping.ts'
import {
  DoubleDecision,
  ImportResult,
  ImportState,
  ImportSummary,
  Outcome,
  PlanKind,
  Recognised,
  RowDecision,
  RowResult,
  StoredChanges,
  type ImportRow,
  type SupplyImport,
} from '../domain/import/supply-import.ts'
import { Offer } from '../domain/offer.ts'
import { listRowsByNumber, listRowsOf, type ImportScope } from '../storage/import-rows.ts'
import { findImport, listImports as loadImports } from '../storage/imports.ts'
import { findOffers } from '../storage/offers.ts'
import type { Db } from '#platform'
import { parsedRow } from './plan-whole-import.ts'

const Finding = z.object({
  field: ImportColumn,
  level: z.enum(['repaired', 'doubtful', 'refused']),
  code: z.enum(FINDING_CODES),
  original: z.string(),
  understood: z.string().optional(),
})

const Texts = z.partialRecord(ImportColumn, z.string())

/** The other one of a double: an earlier row of the list, or an offer that is known. */
const OtherOfDouble = z.object({
  rowNumber: z.number().optional(),
  line: z.number().optional(),
  offerId: OfferId.optional(),
  offer: Offer,
})

const RowView = z.object({
  rowNumber: z.number(),
  line: z.number(),
  number: z.string().optional(),
  outcome: Outcome.optional(),
  plan: PlanKind.optional(),
  offerId: OfferId.optional(),
  /** What the list says, by meaning, and what was typed in its place. */
  originals: Texts,
  corrections: Texts,
  extra: z.record(z.string(), z.string()),
  /** What was understood; absent when the row is refused. */
  offer: Offer.optional(),
  findings: z.array(Finding).readonly(),
  changes: StoredChanges,
  double: OtherOfDouble.optional(),
  decision: RowDecision.optional(),
  doubleDecision: DoubleDecision.optional(),
  result: RowResult.optional(),
})
export type ImportRowView = z.infer<typeof RowView>

const ImportView = z.object({
  importId: ImportId,
  source: z.string(),
  fileName: z.string(),
  state: ImportState,
  recognised: Recognised,
  mapping: ColumnMapping,
  readOn: CalendarDay,
  summary: ImportSummary,
  rowsTotal: z.number(),
  rowsDone: z.number(),
  result: ImportResult,
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().optional(),
  version: z.number(),
})
export type ImportView = z.infer<typeof ImportView>

const viewOf = ({ id, createdAt, appliedAt, plannedAt: _planned, createdBy: _by, ...list }: SupplyImport): ImportView => ({
  importId: id,
  ...list,
  createdAt: createdAt.toISOString(),
  ...(appliedAt === undefined ? {} : { appliedAt: appliedAt.toISOString() }),
})

/** The others of the doubles on this page, read as they would be taken over. */
const othersOf = async (db: Db, scope: ImportScope, list: SupplyImport, rows: readonly ImportRow[]) => {
  const [earlier, offers] = await Promise.all([
    listRowsByNumber(
      db,
      scope,
      rows.flatMap(row => row.doubleOfRow ?? []),
    ),
    findOffers(
      db,
      scope.tenantId,
      rows.flatMap(row => row.doubleOfOffer ?? []),
    ),
  ])
  return (row: ImportRow): z.infer<typeof OtherOfDouble> | undefined => {
    const offer = row.doubleOfOffer === undefined ? undefined : offers.get(row.doubleOfOffer)
    if (offer !== undefined) return { offerId: offer.id, offer: offer.content }
    const first = row.doubleOfRow === undefined ? undefined : earlier.get(row.doubleOfRow)
    const parsed = first === undefined ? undefined : parsedRow(list, first).offer
    if (first === undefined || parsed === undefined) return undefined
    return {
      rowNumber: first.rowNumber,
      line: first.line,
      ...(first.offerId === undefined ? {} : { offerId: first.offerId }),
      offer: parsed,
    }
  }
}

const rowView = (list: SupplyImport, row: ImportRow, double: z.infer<typeof OtherOfDouble> | undefined): ImportRowView => {
  const { outcome: _read, line: _line, ...parsed } = parsedRow(list, row)
  const { cells: _cells, doubleOfRow: _row, doubleOfOffer: _offer, ...stored } = row
  return { ...stored, ...parsed, ...(double === undefined ? {} : { double }) }
}

const ROWS_PER_PAGE = 25

export const getImport = query({
  name: 'supply.getImport',
  summary: 'An uploaded list: what was recognised, what each row would do or did, and how far it is',
  input: z.object({
    importId: ImportId,
    outcome: Outcome.optional(),
    plan: PlanKind.optional(),
    doubles: z.stringbool().optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({
    list: ImportView,
    rows: z.array(RowView),
    rowsFound: z.number(),
    page: z.number(),
    pages: z.number(),
    /** Offers that this list named before and does not name now; the first hundred. */
    vanished: z.array(z.object({ offerId: OfferId, name: z.string(), organisationName: z.string() })),
  }),
  access: mayImportSupply,
  personal: false,
  rest: { method: 'GET', path: '/imports/{importId}' },
  run: async ({ db, tenantId, input }) => {
    const scope = { tenantId, importId: input.importId }
    const list = found(await findImport(db, tenantId, input.importId), 'import')
    const [{ rows, total }, vanished] = await Promise.all([
      listRowsOf(
        db,
        scope,
        { outcome: input.outcome, plan: input.plan, doublesOnly: input.doubles },
        { limit: ROWS_PER_PAGE, offset: (input.page - 1) * ROWS_PER_PAGE },
      ),
      findOffers(db, tenantId, list.summary.vanished.slice(0, 100)),
    ])
    const otherOf = await othersOf(db, scope, list, rows)
    return {
      list: viewOf(list),
      rows: rows.map(row => rowView(list, row, otherOf(row))),
      rowsFound: total,
      page: input.page,
      pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)),
      vanished: [...vanished.values()].map(({ id, content }) => ({
        offerId: id,
        name: content.name,
        organisationName: content.organisationName,
      })),
    }
  },
})

export const listImports = query({
  name: 'supply.listImports',
  summary: 'Lists that were uploaded, newest first',
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
  output: z.object({ imports: z.array(ImportView) }),
  access: mayImportSupply,
  personal: false,
  rest: { method: 'GET', path: '/imports' },
  run: async ({ db, tenantId, input }) => ({ imports: (await loadImports(db, tenantId, input.limit)).map(viewOf) }),
})
