import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { accept, freeText, ImportId } from '#kernel'
import { type Actor, command, type SystemActor } from '#platform'
import { mayImportSupply } from '../access.ts'
import { mappingOf } from '../domain/import/propose-mapping.ts'
import { refuseFile } from '../domain/import/read-cells.ts'
import { ImportState, type SupplyImport } from '../domain/import/supply-import.ts'
import { MAX_FILE_BYTES } from '../import/decode.ts'
import { readList } from '../import/read-list.ts'
import { insertRows } from '../storage/import-rows.ts'
import { insertImport } from '../storage/imports.ts'
import { planTheseRows } from './plan-whole-import.ts'

/** The list's name without its ending and without the "(1)" of a second download, so that a next version is recognised. */
export const sourceOfFile = (fileName: string): string =>
  fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\s*\(\d+\)$/, '')
    .trim()
    .slice(0, 200) || 'lijst'

const nameOf = (actor: Actor | SystemActor): string => actor.name

export const startImport = command({
  name: 'supply.startImport',
  summary: 'Reads an uploaded list of offers and shows what taking it over would do',
  input: z.object({
    fileName: freeText(300).default('lijst.csv'),
    /** The bytes of the file, base64. */
    file: z.string().max(Math.ceil((MAX_FILE_BYTES * 4) / 3) + 8),
    /** Name of the list, by which its offers are recognised next time; left out: from the name of the file. */
    source: freeText(200).optional(),
  }),
  output: z.object({ importId: ImportId, state: ImportState, rows: z.number() }),
  access: mayImportSupply,
  rest: { method: 'POST', path: '/imports', status: 201 },
  run: async ({ db, tenantId, memberId, actor, input, now, today, newId, record }) => {
    const bytes = Buffer.from(input.file, 'base64')
    const read = readList(bytes)
    if (!read.ok) return read
    const { encoding, table, proposed } = read.value
    if (table.rows.length === 0) return refuseFile('empty')
    const list: SupplyImport = {
      id: newId<ImportId>(),
      source: input.source || sourceOfFile(input.fileName),
      fileName: input.fileName,
      state: 'mapping',
      recognised: {
        encoding,
        delimiter: table.delimiter,
        titles: [...table.titles],
        headerLine: table.headerLine,
        columns: proposed.map(({ confidence, examples }) => ({ confidence, examples: examples.map(text => text.slice(0, 200)) })),
      },
      mapping: mappingOf(proposed),
      readOn: today,
      summary: { outcomes: {}, plans: {}, doubles: 0, vanished: [] },
      rowsTotal: table.rows.length,
      rowsDone: 0,
      result: {},
      createdBy: memberId,
      createdByName: nameOf(actor),
      createdAt: now,
      version: 1,
    }
    const planned = await planTheseRows(
      db,
      tenantId,
      list,
      table.rows.map(({ line, cells }, at) => ({ rowNumber: at + 1, line, cells: [...cells], corrections: {} })),
      now,
    )
    await insertImport(db, tenantId, planned.list)
    await insertRows(db, { tenantId, importId: list.id }, planned.rows)
    record({ entity: 'supplyImport', id: list.id, version: list.version, fields: ['rows'] })
    return accept({ importId: list.id, state: planned.list.state, rows: list.rowsTotal })
  },
})
