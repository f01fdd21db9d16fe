import { accept, type Decision } from '#kernel'
import { columnOfHeading } from './columns.ts'
import { firstRows, readCells, refuseFile, TABLE_LIMITS, type CellRow } from './read-cells.ts'

export const DELIMITERS = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A list as a table. `titles`: the lines above the headings; `headers`: unique and never empty, in the order of the columns. */
export interface ImportTable {
  readonly delimiter: Delimiter
  readonly titles: readonly string[]
  readonly headerLine: number
  readonly headers: readonly string[]
  readonly rows: readonly CellRow[]
}

const LOOK_AHEAD = 20
const SAMPLE_LENGTH = 200_000

const headingsIn = (row: CellRow): number => new Set(row.cells.map(columnOfHeading).filter(column => column !== undefined)).size

const widthOf = (rows: readonly CellRow[]): number => {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].toSorted(([wa, a], [wb, b]) => b - a || wb - wa)[0]?.[0] ?? 0
}

/** The delimiter under which the most headings are known; with none known, the one that gives the most columns. */
const recogniseDelimiter = (text: string): Delimiter => {
  const stated = /^"?sep=([;,\t|])"?\n/.exec(text)?.[1]
  const sample = text.slice(0, SAMPLE_LENGTH)
  const scored = DELIMITERS.map(delimiter => {
    const rows = firstRows(sample, delimiter, LOOK_AHEAD)
    return { delimiter, headings: Math.max(0, ...rows.map(headingsIn)), width: widthOf(rows) }
  })
  const best = scored.toSorted((a, b) => b.headings - a.headings || b.width - a.width)[0]
  return DELIMITERS.find(delimiter => delimiter === stated) ?? best?.delimiter ?? ';'
}

/** The row with the most known headings; without any, the first row that is as wide as most rows are. */
const recogniseHeader = (rows: readonly CellRow[]): number => {
  const top = rows.slice(0, LOOK_AHEAD)
  const counts = top.map(headingsIn)
  const most = Math.max(0, ...counts)
  if (most >= 2) return counts.indexOf(most)
  const width = widthOf(top)
  return top.findIndex(row => row.cells.filter(cell => cell.trim() !== '').length >= Math.min(2, width))
}

const uniqueHeaders = (cells: readonly string[], width: number): string[] => {
  const used = new Set<string>()
  return Array.from({ length: width }, (_, i) => {
    const heading = (cells[i] ?? '').replace(/\s+/g, ' ').trim() || `Kolom ${i + 1}`
    let name = heading
    for (let n = 2; used.has(name); n++) name = `${heading} (${n})`
    used.add(name)
    return name
  })
}

/** Text of a file → table. Recognises the delimiter and the row with headings, which may stand below title lines. */
export const readTable = (text: string, choice: { delimiter?: Delimiter } = {}): Decision<ImportTable> => {
  const unix = text.replace(/\r\n?/g, '\n')
  const delimiter = choice.delimiter ?? recogniseDelimiter(unix)
  const read = readCells(unix.replace(/^"?sep=[;,\t|]"?(?=\n)/, ''), delimiter)
  if (!read.ok) return read
  if (read.value.length === 0) return refuseFile('empty')
  const headerAt = recogniseHeader(read.value)
  const header = read.value[headerAt]
  if (!header) return refuseFile('noHeader')
  const rows = read.value.slice(headerAt + 1)
  if (rows.length > TABLE_LIMITS.rows) return refuseFile('tooManyRows', { max: TABLE_LIMITS.rows })
  const width = rows.reduce((max, row) => Math.max(max, row.cells.length), header.cells.length)
  return accept({
    delimiter,
    titles: read.value.slice(0, headerAt).map(row => row.cells.filter(cell => cell.trim() !== '').join(' ')),
    headerLine: header.line,
    headers: uniqueHeaders(header.cells, width),
    rows,
  })
}
