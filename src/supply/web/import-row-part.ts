import type { PageContext } from '#platform'
import type { ImportRowView, ImportView } from '../use-cases/get-import.ts'
import type { SupplyT } from './texts.ts'

/** One row of a list on its page. */
export interface RowPart {
  readonly list: ImportView
  readonly row: ImportRowView
  readonly t: SupplyT
  readonly context: PageContext
  /** The query of this page, to come back to. */
  readonly back: string
}
