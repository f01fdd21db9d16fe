import { z } from 'zod'
import { columnInHeading, columnOfHeading, ImportColumn } from './columns.ts'
import type { CellRow } from './read-cells.ts'

/**
 * Which column of the file means what, one entry per column of the file in its order; `null` = keep the text under its
 * heading in `extra`. Two columns may have the same meaning ("Dag" and "Tijd"): their texts are joined.
 */
export const ColumnMapping = z
  .array(z.object({ header: z.string().min(1).max(20_000), column: ImportColumn.nullable() }))
  .max(100)
  .readonly()
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** `exact`: a known heading. `likely`: a known heading inside it. `values`: what stands under it. `none`: not recognised. */
export type MappingConfidence = 'exact' | 'likely' | 'values' | 'none'

export interface ProposedColumn {
  readonly header: string
  readonly column: ImportColumn | null
  readonly confidence: MappingConfidence
  /** The first few texts under this heading, to judge the proposal by. */
  readonly examples: readonly string[]
}

/** Meanings that several columns together may carry without being asked. */
const JOINABLE = new Set<ImportColumn>(['times', 'address'])

const BY_VALUE: readonly (readonly [ImportColumn, RegExp])[] = [
  ['postcode', /^[1-9]\d{3}\s?[a-z]{2}$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['website', /^(https?:\/\/|www\.)\S+$/i],
  ['phone', /^(\+31|0)[\d\s-]{8,13}$/],
]

const valuesUnder = (rows: readonly CellRow[], index: number): string[] =>
  rows.map(row => (row.cells[index] ?? '').trim()).filter(text => text !== '')

const byValue = (values: readonly string[]): ImportColumn | undefined =>
  values.length === 0
    ? undefined
    : BY_VALUE.find(([, pattern]) => values.filter(text => pattern.test(text)).length >= values.length * 0.6)?.[0]

/** Proposes a meaning for every column. A meaning that is already taken by a surer column is not given twice. */
export const proposeMapping = (headers: readonly string[], sample: readonly CellRow[]): readonly ProposedColumn[] => {
  const rows = sample.slice(0, 50)
  const taken = new Set<ImportColumn>()
  const proposed = new Map<number, { column: ImportColumn; confidence: MappingConfidence }>()
  const passes: readonly (readonly [MappingConfidence, (header: string, index: number) => ImportColumn | undefined])[] = [
    ['exact', columnOfHeading],
    ['likely', columnInHeading],
    ['values', (_header, index) => byValue(valuesUnder(rows, index))],
  ]
  for (const [confidence, meaning] of passes)
    for (const [index, header] of headers.entries()) {
      const column = proposed.has(index) ? undefined : meaning(header, index)
      if (!column || (taken.has(column) && !(confidence === 'exact' && JOINABLE.has(column)))) continue
      taken.add(column)
      proposed.set(index, { column, confidence })
    }
  return headers.map((header, index) => ({
    header,
    column: proposed.get(index)?.column ?? null,
    confidence: proposed.get(index)?.confidence ?? 'none',
    examples: valuesUnder(rows, index).slice(0, 3),
  }))
}

export const mappingOf = (proposed: readonly ProposedColumn[]): ColumnMapping =>
  proposed.map(({ header, column }) => ({ header, column }))

/** Meanings without which an import makes little sense: without a name every row is refused. */
export const missingColumns = (mapping: ColumnMapping): readonly ImportColumn[] =>
  (['name', 'organisation'] as const).filter(needed => !mapping.some(({ column }) => column === needed))
