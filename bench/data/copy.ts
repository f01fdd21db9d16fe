import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | null | readonly string[]
export type Row = readonly Value[]

const escape = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, char => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char] ?? char)
const field = (value: Value): string => {
  if (value === null) return '\\N'
  if (typeof value === 'object') return escape(`{${value.map(item => `"${item.replaceAll('"', '\\"')}"`).join(',')}}`)
  return typeof value === 'string' ? escape(value) : String(value)
}

const LINES_AT_ONCE = 500

const chunks = function* (rows: Iterable<Row>): Generator<string> {
  let text = ''
  let lines = 0
  for (const row of rows) {
    text += `${row.map(field).join('\t')}\n`
    lines += 1
    if (lines === LINES_AT_ONCE) {
      yield text
      text = ''
      lines = 0
    }
  }
  if (text !== '') yield text
}

/** Streams rows into a table; nothing is held in memory but one chunk. */
export const copyInto = async (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<void> => {
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(chunks(rows)), target)
}
