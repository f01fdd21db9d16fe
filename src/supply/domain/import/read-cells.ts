import { accept, refuse, type Decision } from '#kernel'

/** One record of the file: `line` is the line (from 1) on which it begins, `cells` the text of each cell, quotes removed. */
export interface CellRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows that may stand above the headings; they do not count for the limit. */
const TITLE_ROWS = 20

/** A file that goes over one of these is refused with the limit in the answer, before it takes more memory. */
export const TABLE_LIMITS = { rows: 20_000, columns: 100, cellLength: 20_000 } as const

/** Why a file is refused: `details.reason`, beside `details.line` and `details.max` where they say something. */
export type FileRefusalReason =
  | 'empty'
  | 'tooLarge'
  | 'spreadsheet'
  | 'binary'
  | 'invalidUtf8'
  | 'invalidUtf16'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong'
  | 'quoteNotClosed'
  | 'noHeader'

export const refuseFile = (reason: FileRefusalReason, details: Readonly<Record<string, unknown>> = {}) =>
  refuse('invalidInput', 'file', { reason, ...details })

const QUOTE = '"'

/** Where a quoted cell ends, and its text with doubled quotes made single; undefined when the quote is never closed. */
const quotedFrom = (text: string, start: number): { value: string; end: number } | undefined => {
  let value = ''
  let from = start + 1
  for (;;) {
    const close = text.indexOf(QUOTE, from)
    if (close === -1) return undefined
    value += text.slice(from, close)
    if (text[close + 1] !== QUOTE) return { value, end: close + 1 }
    value += QUOTE
    from = close + 2
  }
}

const lineBreaks = (text: string): number => text.split('\n').length - 1

/** Rows up to where reading stopped, and why it stopped if that was not at the end. */
interface CutRows {
  readonly rows: readonly CellRow[]
  readonly refusal?: ReturnType<typeof refuseFile>
}

const cut = (text: string, delimiter: string, stopAfter: number): CutRows => {
  const rows: CellRow[] = []
  const refused = (reason: FileRefusalReason, details: Readonly<Record<string, unknown>>) => ({
    rows,
    refusal: refuseFile(reason, details),
  })
  const bareEnd = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\n]`, 'g')
  let [at, line] = [0, 1]
  while (at < text.length && rows.length < stopAfter) {
    const row = { line, cells: [] as string[] }
    for (let open = true; open;) {
      let cell = ''
      if (text[at] === QUOTE) {
        const quoted = quotedFrom(text, at)
        if (!quoted) return refused('quoteNotClosed', { line })
        cell = quoted.value
        line += lineBreaks(cell)
        at = quoted.end
      }
      bareEnd.lastIndex = at
      const end = bareEnd.exec(text)?.index ?? text.length
      cell += text.slice(at, end)
      if (cell.length > TABLE_LIMITS.cellLength) return refused('cellTooLong', { line: row.line, max: TABLE_LIMITS.cellLength })
      if (row.cells.push(cell) > TABLE_LIMITS.columns)
        return refused('tooManyColumns', { line: row.line, max: TABLE_LIMITS.columns })
      open = text[end] === delimiter
      at = end + 1
    }
    line += 1
    if (row.cells.every(cell => cell.trim() === '')) continue
    if (rows.push(row) > TABLE_LIMITS.rows + TITLE_ROWS) return refused('tooManyRows', { max: TABLE_LIMITS.rows })
  }
  return { rows }
}

/**
 * Splits delimited text (RFC 4180) into rows, with `\n` as line end. Tolerant as Excel is: a quote inside a bare cell is a
 * quote, text after a closing quote belongs to the cell, rows may differ in length, empty rows are skipped.
 */
export const readCells = (text: string, delimiter: string): Decision<readonly CellRow[]> => {
  const { rows, refusal } = cut(text, delimiter, Infinity)
  return refusal ?? accept(rows)
}

/** The first rows, to look at before choosing a delimiter; fewer when the text cannot be read on. */
export const firstRows = (text: string, delimiter: string, count: number): readonly CellRow[] => cut(text, delimiter, count).rows
