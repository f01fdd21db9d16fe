import { Buffer } from 'node:buffer'
import type { ImportId, Refusal } from '#kernel'
import type { Runner, SystemActor } from '#platform'
import type { ImportResult, ImportSummary } from '../domain/import/supply-import.ts'
import { applyImport, continueImport } from '../use-cases/apply-import.ts'
import { getImport, type ImportRowView } from '../use-cases/get-import.ts'
import { importPostcodePoints } from '../use-cases/import-postcode-points.ts'
import { startImport } from '../use-cases/start-import.ts'

export interface ListFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What the command line tells about an import. */
export interface ImportedSupply {
  readonly importId: ImportId
  readonly summary: ImportSummary
  readonly result: ImportResult
  /** Per row of the list one sentence: what became of it, and what was noticed. */
  readonly rows: readonly string[]
}
export type ImportAnswer = { readonly ok: true; readonly value: ImportedSupply } | Refusal

const sentence = (row: ImportRowView): string => {
  const name = row.corrections.name ?? row.originals.name ?? '(no name)'
  const seen = row.findings.map(({ field, code, original }) => `${field}: ${code} "${original.slice(0, 60)}"`)
  const became = [row.result, row.outcome].filter(word => word !== undefined).join(', ')
  const said = `${row.number ?? '-'} ${name.slice(0, 60)}: ${became}${seen.length === 0 ? '' : ` [${seen.join('; ')}]`}`
  // A text from a list must not be able to steer a terminal.
  return said.replace(/\p{Cc}/gu, ' ')
}

const rowsOf = async (runner: Runner, actor: SystemActor, importId: ImportId): Promise<readonly string[]> => {
  const lines: string[] = []
  for (let page = 1; ; page++) {
    const seen = await runner.run(getImport, actor, { importId, page })
    if (!seen.ok) return lines
    lines.push(...seen.value.rows.map(sentence))
    if (page >= seen.value.pages) return lines
  }
}

/** A list from a file, taken over as the preview in the browser would propose; doubles are left for a person to decide. */
export const importSupply = async (runner: Runner, actor: SystemActor, { fileName, bytes }: ListFile): Promise<ImportAnswer> => {
  const started = await runner.run(startImport, actor, { fileName, file: Buffer.from(bytes).toString('base64') })
  if (!started.ok) return started
  const { importId } = started.value
  const seen = await runner.run(getImport, actor, { importId })
  if (!seen.ok) return seen
  let applied = await runner.run(applyImport, actor, { importId, version: seen.value.list.version })
  while (applied.ok && applied.value.state === 'applying') applied = await runner.run(continueImport, actor, { importId })
  if (!applied.ok) return applied
  const rows = await rowsOf(runner, actor, importId)
  return { ok: true, value: { importId, summary: seen.value.list.summary, result: applied.value.result, rows } }
}

/** Points of postcodes from a file. */
export const importPoints = (runner: Runner, actor: SystemActor, { fileName, bytes }: ListFile) =>
  runner.run(importPostcodePoints, actor, { fileName, file: Buffer.from(bytes).toString('base64') })
