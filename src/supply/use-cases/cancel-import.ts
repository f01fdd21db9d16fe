import { z } from 'zod'
import { accept, type Decision, ImportId, refuse } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayImportSupply } from '../access.ts'
import { ImportState, type SupplyImport } from '../domain/import/supply-import.ts'
import { lockImport, updateImport } from '../storage/imports.ts'
import { planWholeImport } from './plan-whole-import.ts'

const input = z.object({ importId: ImportId, version: z.coerce.number().int().positive() })
const output = z.object({ importId: ImportId, state: ImportState, version: z.number() })
type Context = CommandContext<z.infer<typeof input>>

const change = async (
  { db, tenantId, input, record }: Context,
  from: readonly ImportState[],
  next: (list: SupplyImport) => Promise<SupplyImport> | SupplyImport,
): Promise<Decision<z.infer<typeof output>>> => {
  const list = found(await lockImport(db, tenantId, input.importId), 'import')
  if (list.version !== input.version) return refuse('versionConflict', undefined, { current: { version: list.version } })
  if (!from.includes(list.state)) return refuse('notPossibleNow', undefined, { state: list.state })
  const saved = await updateImport(db, tenantId, await next(list))
  record({ entity: 'supplyImport', id: list.id, version: saved.version, fields: ['state'] })
  return accept({ importId: list.id, state: saved.state, version: saved.version })
}

export const cancelImport = command({
  name: 'supply.cancelImport',
  summary: 'Puts an uploaded list aside; nothing of it is taken over',
  input,
  output,
  access: mayImportSupply,
  rest: { method: 'POST', path: '/imports/{importId}/cancel' },
  run: context => change(context, ['mapping', 'preview'], list => ({ ...list, state: 'cancelled' })),
})

export const reopenImport = command({
  name: 'supply.reopenImport',
  summary: 'Takes up a list again that was put aside, compared with the supply of now',
  input,
  output,
  access: mayImportSupply,
  rest: { method: 'POST', path: '/imports/{importId}/reopen' },
  run: context => change(context, ['cancelled'], list => planWholeImport(context.db, context.tenantId, list, context.now)),
})
