import { z } from 'zod'
import { FILLED_STATES, isShownTo } from '../domain/filled.ts'
import { View } from '../domain/questionnaire.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]
interface TableRows {
  readonly table: string
  readonly rows: Rows
}

const Kept = z.object({ id: z.string(), view: View, state: z.enum(FILLED_STATES) })

/** Rows as they are kept, for the person: without what a coach has not finished, and how that read before. */
export const withoutDraftsOfOthers = <Table extends TableRows>(tables: readonly Table[]): readonly Table[] => {
  const filled = tables.find(({ table }) => table === 'filled_instrument')?.rows ?? []
  const kept = filled.map(row => Kept.parse(row))
  const hidden = new Set<unknown>(kept.filter(row => !isShownTo('participant', row)).map(({ id }) => id))
  const isShown = (row: Rows[number]): boolean => !hidden.has(row['id']) && !hidden.has(row['filled_id'])
  return tables.map(each => ({ ...each, rows: each.rows.filter(isShown) }))
}
