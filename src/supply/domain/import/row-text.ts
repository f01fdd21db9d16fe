import { IMPORT_COLUMNS, type ImportColumn } from './columns.ts'
import type { Finding } from './findings.ts'
import type { ColumnMapping } from './propose-mapping.ts'

/** The texts of one row under their meaning, and what no meaning was given to under its heading. Empty cells are left out. */
export interface RowText {
  readonly originals: Readonly<Partial<Record<ImportColumn, string>>>
  readonly extra: Readonly<Record<string, string>>
}

/**
 * Same text, one notation: composed characters, `\n`, no outer white space; what no database can hold is made visible. The
 * apostrophe that exports put before a formula (`guardFormula`) is no part of the text.
 */
const tidy = (cell: string): string => {
  const text = cell.toWellFormed().normalize('NFC').replaceAll('\0', '␀').replace(/\r\n?/g, '\n').trim()
  return text.replace(/^'(?=[=+\-@＝＋－＠])/u, '')
}

const joined = (column: ImportColumn, texts: readonly string[]): string =>
  texts.join(column === 'description' || column === 'remarks' ? '\n' : ' ')

export const textOfRow = (mapping: ColumnMapping, cells: readonly string[]): RowText => {
  const filled = cells
    .map((cell, i) => ({ cell: tidy(cell), column: mapping[i]?.column, header: mapping[i]?.header ?? `Kolom ${i + 1}` }))
    .filter(({ cell }) => cell !== '')
  const originals = IMPORT_COLUMNS.flatMap(column => {
    const texts = filled.filter(entry => entry.column === column).map(({ cell }) => cell)
    return texts.length > 0 ? [[column, joined(column, texts)] as const] : []
  })
  const unmapped = filled.filter(({ column }) => !column).map(({ header, cell }) => [header, cell] as const)
  return { originals: Object.fromEntries(originals), extra: Object.fromEntries(unmapped) }
}

/** Longest text that a column can mean something with: a price of 1,000 characters is no price. Other columns are short. */
const LONGEST: Readonly<Partial<Record<ImportColumn, number>>> = {
  description: 20_000,
  remarks: 20_000,
  startMoments: 20_000,
  targetGroup: 1000,
  law: 1000,
  area: 1000,
  times: 1000,
  cost: 1000,
  language: 1000,
}
const maxLength = (column: ImportColumn): number => LONGEST[column] ?? 300

const FORMULA = /^(=|[+@-]\s*[a-z]+\w*\()/i
const MARKUP = /<[\s/!]*[a-z][^<>]*>|<\s*script/i
const UNREADABLE = /(?![\n\t])\p{Cc}|[␀\uFFFD]/u

/** What is wrong with a text whatever it means. The text itself is never changed: pages and exports show it inert. */
export const suspicionsAbout = (column: ImportColumn, original: string): readonly Finding[] => {
  const level = column === 'name' ? 'refused' : 'doubtful'
  const found: Finding[] = []
  if (original.length > maxLength(column))
    found.push({ field: column, level, code: 'text.tooLong', original, understood: String(maxLength(column)) })
  if (FORMULA.test(original)) found.push({ field: column, level, code: 'text.formula', original })
  if (MARKUP.test(original)) found.push({ field: column, level: 'doubtful', code: 'text.markup', original })
  if (UNREADABLE.test(original))
    found.push({ field: column, level: original.includes('␀') ? 'refused' : level, code: 'text.unreadable', original })
  return found
}
