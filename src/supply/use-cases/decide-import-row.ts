import { z } from 'zod'
import { accept, ImportId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayImportSupply } from '../access.ts'
import { DoubleDecision, RowDecision } from '../domain/import/supply-import.ts'
import { listRowsByNumber, updateRows } from '../storage/import-rows.ts'
import { lockImport, updateImport } from '../storage/imports.ts'

export const decideImportRow = command({
  name: 'supply.decideImportRow',
  summary:
    'Decides about a row of an uploaded list: as the list says, as Opstap has it, or not at all; merge a double or keep it apart',
  input: z.object({
    importId: ImportId,
    rowNumber: z.coerce.number().int().positive(),
    version: z.coerce.number().int().positive(),
    /** null takes an earlier decision back. */
    decision: RowDecision.nullable().optional(),
    double: DoubleDecision.nullable().optional(),
  }),
  output: z.object({ importId: ImportId, rowNumber: z.number(), version: z.number() }),
  access: mayImportSupply,
  rest: { method: 'PUT', path: '/imports/{importId}/rows/{rowNumber}/decision' },
  run: async ({ db, tenantId, input, record }) => {
    const scope = { tenantId, importId: input.importId }
    const list = found(await lockImport(db, tenantId, input.importId), 'import')
    if (list.version !== input.version) return refuse('versionConflict', undefined, { current: { version: list.version } })
    if (list.state !== 'preview') return refuse('notPossibleNow', undefined, { state: list.state })
    const row = found((await listRowsByNumber(db, scope, [input.rowNumber])).get(input.rowNumber), 'import row')
    const isDouble = row.doubleOfRow !== undefined || row.doubleOfOffer !== undefined
    if (input.double && !isDouble) return refuse('notPossibleNow', 'double', { reason: 'noDouble' })
    const decision = input.decision === undefined ? row.decision : (input.decision ?? undefined)
    const doubleDecision = input.double === undefined ? row.doubleDecision : (input.double ?? undefined)
    await updateRows(db, scope, [{ ...row, decision, doubleDecision }])
    const saved = await updateImport(db, tenantId, list)
    record({ entity: 'supplyImport', id: list.id, version: saved.version, fields: ['decision'] })
    return accept({ importId: list.id, rowNumber: row.rowNumber, version: saved.version })
  },
})
