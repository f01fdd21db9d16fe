import { z } from 'zod'
import { accept, ImportId, refuse } from '#kernel'
import { addJobIn, command, type CommandContext, found, type Runner } from '#platform'
import { MembershipId, TenantId } from '#kernel'
import { mayImportSupply } from '../access.ts'
import { ImportResult, ImportState, type SupplyImport } from '../domain/import/supply-import.ts'
import { hasOtherImport, lockImport } from '../storage/imports.ts'
import { applyChunk } from './apply-chunk.ts'
import { supplyChanged } from './write-offers.ts'

/** The job that takes over the rest of a long list. */
export const CONTINUE_IMPORT = 'supply.continueImport'

const output = z.object({
  importId: ImportId,
  state: ImportState,
  rowsDone: z.number(),
  rowsTotal: z.number(),
  result: ImportResult,
  version: z.number(),
})

const goOn = async (context: CommandContext<unknown>, list: SupplyImport) => {
  const { list: next, changed } = await applyChunk(context, list)
  context.record({ entity: 'supplyImport', id: list.id, version: next.version, fields: ['rows'] })
  if (changed.length > 0) context.publish(supplyChanged(changed))
  const { id: importId, state, rowsDone, rowsTotal, result, version } = next
  return accept({ importId, state, rowsDone, rowsTotal, result, version })
}

export const applyImport = command({
  name: 'supply.applyImport',
  summary: 'Takes over an uploaded list as the preview showed; a long list is continued after the answer',
  input: z.object({ importId: ImportId, version: z.coerce.number().int().positive() }),
  output,
  access: mayImportSupply,
  rest: { method: 'POST', path: '/imports/{importId}/apply' },
  run: async context => {
    const { db, tenantId, memberId, input } = context
    const list = found(await lockImport(db, tenantId, input.importId), 'import')
    if (list.version !== input.version) return refuse('versionConflict', undefined, { current: { version: list.version } })
    if (list.state !== 'preview' || list.plannedAt === undefined) return refuse('notPossibleNow', '', { state: list.state })
    if (await hasOtherImport(db, tenantId, list.id, { state: 'applying' }))
      return refuse('notPossibleNow', '', { reason: 'otherImportRuns' })
    if (await hasOtherImport(db, tenantId, list.id, { appliedSince: list.plannedAt }))
      return refuse('notPossibleNow', '', { reason: 'otherImportSince' })
    const answer = await goOn(context, list)
    if (answer.value.state === 'applying') await addJobIn(db, CONTINUE_IMPORT, { tenantId, importId: list.id, memberId })
    return answer
  },
})

export const continueImport = command({
  name: 'supply.continueImport',
  summary: 'Takes over the next rows of a long list that is being taken over',
  input: z.object({ importId: ImportId }),
  output,
  access: mayImportSupply,
  rest: { method: 'POST', path: '/imports/{importId}/continue' },
  run: async context => {
    const list = found(await lockImport(context.db, context.tenantId, context.input.importId), 'import')
    if (list.state === 'applying') return goOn(context, list)
    const { id: importId, state, rowsDone, rowsTotal, result, version } = list
    return accept({ importId, state, rowsDone, rowsTotal, result, version })
  },
})

const JobPayload = z.object({ tenantId: TenantId, importId: ImportId, memberId: MembershipId })

/** The job behind a long list: chunk after chunk, each in a transaction of its own, so that it can be taken up anywhere. */
export const continueImportJob =
  (runner: Runner) =>
  async (payload: unknown): Promise<void> => {
    const { tenantId, importId, memberId } = JobPayload.parse(payload)
    const actor = { role: 'system', tenantId, name: 'import', onBehalfOf: memberId } as const
    for (;;) {
      const answer = await runner.run(continueImport, actor, { importId })
      if (!answer.ok || answer.value.state !== 'applying') return
    }
  }
