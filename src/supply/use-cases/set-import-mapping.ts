import { z } from 'zod'
import { accept, ImportId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayImportSupply } from '../access.ts'
import { ImportColumn } from '../domain/import/columns.ts'
import { ImportState } from '../domain/import/supply-import.ts'
import { lockImport, updateImport } from '../storage/imports.ts'
import { planWholeImport } from './plan-whole-import.ts'

export const setImportMapping = command({
  name: 'supply.setImportMapping',
  summary: 'Says what each column of an uploaded list means, and compares the list again',
  input: z.object({
    importId: ImportId,
    version: z.coerce.number().int().positive(),
    /** One meaning per column, in the order of the list; null keeps the text under its own heading. */
    columns: z.array(ImportColumn.nullable()).max(100),
  }),
  output: z.object({ importId: ImportId, state: ImportState, version: z.number() }),
  access: mayImportSupply,
  rest: { method: 'PUT', path: '/imports/{importId}/mapping' },
  run: async ({ db, tenantId, input, now, today, record }) => {
    const list = found(await lockImport(db, tenantId, input.importId), 'import')
    if (list.version !== input.version) return refuse('versionConflict', undefined, { current: { version: list.version } })
    if (list.state !== 'mapping' && list.state !== 'preview') return refuse('notPossibleNow', undefined, { state: list.state })
    if (input.columns.length !== list.mapping.length) return refuse('invalidInput', 'columns', { reason: 'otherColumns' })
    const mapping = list.mapping.map(({ header }, at) => ({ header, column: input.columns[at] ?? null }))
    const planned = await planWholeImport(db, tenantId, { ...list, mapping, readOn: today }, now)
    const saved = await updateImport(db, tenantId, planned)
    record({ entity: 'supplyImport', id: list.id, version: saved.version, fields: ['mapping'] })
    return accept({ importId: list.id, state: saved.state, version: saved.version })
  },
})
