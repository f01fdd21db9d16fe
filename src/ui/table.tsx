import type { ReactNode } from 'react'
import { classes, useUiTexts } from './context.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** Address that sorts by this column; makes the heading a link. */
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending' | undefined
  /** Numbers line up at the end. */
  readonly numeric?: boolean
  /** The cell that names the row; at most one. */
  readonly rowHeader?: boolean
  /** The label is read aloud but not shown (a column of buttons). */
  readonly unlabelled?: boolean
}

const HeadCell = <Row,>({ column }: { readonly column: Column<Row> }) => {
  const t = useUiTexts()
  const { label, sortHref, sorted } = column
  return (
    <th scope="col" className={classes(column.numeric && 'op-table__number')} aria-sort={sorted}>
      {sortHref === undefined ? (
        <span className={classes(column.unlabelled && 'op-unseen')}>{label}</span>
      ) : (
        <a href={sortHref} title={t('sortBy', { column: label })}>
          {label}
        </a>
      )}
    </th>
  )
}

const Cell = <Row,>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) => {
  const Tag = column.rowHeader === true ? 'th' : 'td'
  return (
    <Tag
      scope={column.rowHeader === true ? 'row' : undefined}
      role={column.rowHeader === true ? 'rowheader' : 'cell'}
      className={classes(column.numeric && 'op-table__number') || undefined}
      data-label={column.rowHeader === true || column.unlabelled === true ? undefined : column.label}
    >
      {column.cell(row)}
    </Tag>
  )
}

/** A table that becomes cards on a phone. Roles are spelled out because the card form changes `display`. */
export const DataTable = <Row,>({
  caption,
  showCaption,
  columns,
  rows,
  keyOf,
  empty,
}: {
  readonly caption: string
  /** Left out: the caption is read aloud, not shown (a heading above says it). */
  readonly showCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Shown in place of an empty table: an `<EmptyState>`. */
  readonly empty?: ReactNode
}) => {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <table className="op-table" role="table">
      <caption className={classes(showCaption !== true && 'op-unseen') || undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr role="row" key={keyOf(row)}>
            {columns.map(column => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
