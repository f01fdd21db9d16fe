import { CalendarDay, ImportId, OfferId } from '#kernel'
import { z } from 'zod'
import { LEAD_FIELDS } from '../offer-fields.ts'
import { ImportColumn } from './columns.ts'
import type { RowOutcome } from './findings.ts'
import type { PlanItem, PlanNote } from './plan-import.ts'
import { ColumnMapping, type MappingConfidence } from './propose-mapping.ts'
import { DELIMITERS } from './read-table.ts'

/** `mapping`: no column is known to hold the name yet, so nothing can be shown. */
export const IMPORT_STATES = ['mapping', 'preview', 'applying', 'applied', 'cancelled'] as const
export const ImportState = z.enum(IMPORT_STATES)
export type ImportState = z.infer<typeof ImportState>

export const ROW_OUTCOMES = ['takenOver', 'repaired', 'doubtful', 'refused'] as const satisfies readonly RowOutcome[]
export const Outcome = z.enum(ROW_OUTCOMES)
export const PLAN_KINDS = ['new', 'changed', 'unchanged', 'refused'] as const satisfies readonly PlanItem['kind'][]
export const PlanKind = z.enum(PLAN_KINDS)
export type PlanKind = z.infer<typeof PlanKind>

/** What was decided about a row: everything as the list says, nothing of it, or not to take the row over at all. */
export const RowDecision = z.enum(['list', 'ours', 'skip'])
export type RowDecision = z.infer<typeof RowDecision>
export const DoubleDecision = z.enum(['merge', 'keepApart'])
export type DoubleDecision = z.infer<typeof DoubleDecision>

export const ROW_RESULTS = ['created', 'changed', 'kept', 'unchanged', 'refused', 'skipped', 'merged'] as const
export const RowResult = z.enum(ROW_RESULTS)
export type RowResult = z.infer<typeof RowResult>

const CONFIDENCES = ['exact', 'likely', 'values', 'none'] as const satisfies readonly MappingConfidence[]
const counted = <const Names extends readonly string[]>(names: Names) => z.partialRecord(z.enum(names), z.int())

export const Recognised = z.object({
  encoding: z.string(),
  delimiter: z.enum(DELIMITERS),
  titles: z.array(z.string()),
  headerLine: z.int(),
  columns: z.array(z.object({ confidence: z.enum(CONFIDENCES), examples: z.array(z.string()) })),
})

/** Counts of a preview: by how well rows were understood, and by what an import would do. */
export const ImportSummary = z.object({
  outcomes: counted(ROW_OUTCOMES).default({}),
  plans: counted(PLAN_KINDS).default({}),
  doubles: z.int().default(0),
  /** Offers that this list named before and does not name now. */
  vanished: z.array(OfferId).default([]),
})
export type ImportSummary = Readonly<z.infer<typeof ImportSummary>>

export const ImportResult = counted(ROW_RESULTS)
export type ImportResult = Readonly<z.infer<typeof ImportResult>>

export const SupplyImport = z.object({
  id: ImportId,
  source: z.string(),
  fileName: z.string(),
  state: ImportState,
  recognised: Recognised,
  mapping: ColumnMapping,
  readOn: CalendarDay,
  plannedAt: z.date().optional(),
  summary: ImportSummary,
  rowsTotal: z.int(),
  rowsDone: z.int(),
  result: ImportResult,
  appliedAt: z.date().optional(),
  createdBy: z.string(),
  createdByName: z.string(),
  createdAt: z.date(),
  version: z.int(),
})
export type SupplyImport = Readonly<z.infer<typeof SupplyImport>>

const LeadField = z.enum(LEAD_FIELDS)
/** A field of which the list now says something else, as it is kept with the row. */
export const StoredChange = z.object({
  field: LeadField,
  textBefore: z.string(),
  textNow: z.string(),
  valueInOpstap: z.unknown(),
  valueInList: z.unknown(),
})
const PlanNotes = z.array(z.enum(['freeNotNewer', 'confirmedNotNewer'] satisfies readonly PlanNote[]))
export const StoredChanges = z.object({
  changes: z.array(StoredChange).default([]),
  conflicts: z.array(StoredChange).default([]),
  notes: PlanNotes.default([]),
})
export type StoredChanges = Readonly<z.infer<typeof StoredChanges>>

export const Corrections = z.partialRecord(ImportColumn, z.string())
export type Corrections = Readonly<z.infer<typeof Corrections>>

/** What an import would do with one row. */
export const RowPlan = z.object({
  outcome: Outcome,
  plan: PlanKind,
  offerId: OfferId.optional(),
  changes: StoredChanges,
  doubleOfRow: z.int().optional(),
  doubleOfOffer: OfferId.optional(),
})
export type RowPlan = Readonly<z.infer<typeof RowPlan>>

export const ImportRow = RowPlan.partial({ outcome: true, plan: true }).extend({
  rowNumber: z.int(),
  line: z.int(),
  cells: z.array(z.string()),
  corrections: Corrections,
  decision: RowDecision.optional(),
  doubleDecision: DoubleDecision.optional(),
  result: RowResult.optional(),
})
export type ImportRow = Readonly<z.infer<typeof ImportRow>>
