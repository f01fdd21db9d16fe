import type { ReactNode } from 'react'
import type { PageContext } from '#platform'
import { type Column, DataTable, DefinitionList, type Lang, Paragraph, sayDate, sayList } from '#ui'
import { myTexts } from '../texts.ts'
import type { MyData } from './get-my-data.ts'
import { type LogDay, logDays } from './log-days.ts'
import { isAsWritten, isSaid, isTechnical, type Saying, sayColumn, sayValue } from './say-record.ts'
import { leadingColumns } from './subjects.ts'
import { dataTexts, labelOf } from './texts.ts'

export interface AllPart {
  readonly data: MyData
  readonly context: PageContext
  readonly saying: Saying
}
type Told = MyData['records'][number]
type Row = Told['rows'][number]

/** The language in which a row was written, where it says so. */
const languageOf = (row: Row): string | undefined => {
  const language = row['language'] ?? row['wish_language']
  return typeof language === 'string' ? language : undefined
}

const valueOf = (row: Row, column: string, { saying }: AllPart): ReactNode => {
  const value = row[column]
  const words = isSaid(value) ? sayValue(value, column, saying) : ''
  if (words === '') return null
  const isOwn = isAsWritten(column)
  return isOwn ? (
    <span className="op-own__words" lang={languageOf(row)} dir="auto">
      {words}
    </span>
  ) : (
    words
  )
}

const columnsOf = (rows: readonly Row[], part: AllPart): readonly string[] =>
  [...new Set(rows.flatMap(row => Object.keys(row)))].filter(
    column => !isTechnical(column) && rows.some(row => valueOf(row, column, part) !== null),
  )

/** Most was written in Dutch: said of a row only when it was not. */
const isUsual = (row: Row, column: string): boolean => column === 'language' && row[column] === 'nl'

/** What has no column of its own, one behind the other. */
const Rest = ({ row, columns, part }: { readonly row: Row; readonly columns: readonly string[]; readonly part: AllPart }) => (
  <>
    {columns
      .filter(column => !isUsual(row, column))
      .map(column => ({ column, value: valueOf(row, column, part) }))
      .filter(({ value }) => value !== null)
      .map(({ column, value }) => (
        <span key={column} className="op-own__fact">
          <span className="op-soft">{sayColumn(column, part.context.lang)}:</span> {value}
        </span>
      ))}
  </>
)

export const tableTitle = (table: string, lang: Lang): string => labelOf('table', table, lang) ?? dataTexts(lang).t('otherColumn')

/** One table of the dossier: several rows with what matters in columns, a single row as a list. */
export const TellTable = ({ record, part }: { readonly record: Told; readonly part: AllPart }) => {
  const { lang } = part.context
  const columns = columnsOf(record.rows, part)
  const leading = leadingColumns(record.table).filter(column => columns.includes(column))
  if (leading.length === 0)
    return (
      <>
        {record.rows.map((row, at) => (
          <DefinitionList
            key={at}
            items={columns
              .map(column => ({ term: sayColumn(column, lang), value: valueOf(row, column, part) }))
              .filter(({ value }) => value !== null)}
          />
        ))}
      </>
    )
  const rest = columns.filter(column => !leading.includes(column))
  const shown: readonly Column<Row>[] = leading.map((column, at) => ({
    key: column,
    label: sayColumn(column, lang),
    // What is not always there cannot name a row.
    rowHeader: at === 0 && record.rows.every(row => valueOf(row, column, part) !== null),
    cell: row => valueOf(row, column, part),
  }))
  const behind: readonly Column<Row>[] =
    rest.length === 0
      ? []
      : [
          {
            key: 'rest',
            label: dataTexts(lang).t('otherColumn'),
            cell: row => <Rest row={row} columns={rest} part={part} />,
          },
        ]
  return (
    <DataTable
      caption={tableTitle(record.table, lang)}
      columns={[...shown, ...behind]}
      rows={record.rows}
      keyOf={row => JSON.stringify(row)}
    />
  )
}

const whoOf = ({ membershipId, role }: LogDay, { data, context: { lang } }: AllPart): ReactNode => {
  const { t } = dataTexts(lang)
  if (role === 'participant') return t('logYou')
  if (membershipId === undefined) return myTexts(lang).t('access.system')
  return <bdi>{data.members[membershipId] ?? t('somebody')}</bdi>
}

/** The log: a line a person and day; each single line is in the file. */
export const TellLog = ({ rows, part }: { readonly rows: readonly Row[]; readonly part: AllPart }) => {
  const { lang, today } = part.context
  const { t } = dataTexts(lang)
  const parts = (looked: LogDay['read']) =>
    sayList(
      looked.map(each => myTexts(lang).t(`access.what.${each}`)),
      lang,
    )
  return (
    <>
      <Paragraph soft>{t('logHow')}</Paragraph>
      <DataTable<LogDay>
        caption={tableTitle('access_line', lang)}
        columns={[
          { key: 'day', label: t('logDay'), rowHeader: true, cell: ({ day }) => sayDate(day, today, lang) },
          { key: 'who', label: t('logWho'), cell: day => whoOf(day, part) },
          { key: 'read', label: t('logRead'), cell: ({ read }) => parts(read) },
          { key: 'wrote', label: t('logWrote'), cell: ({ wrote }) => parts(wrote) },
          { key: 'times', label: t('logTimes'), numeric: true, cell: ({ times }) => times },
        ]}
        rows={logDays(rows)}
        keyOf={({ day, membershipId, role }) => `${day} ${membershipId} ${role}`}
      />
    </>
  )
}
