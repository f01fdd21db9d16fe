import { accept, type WorkPlacementId } from '#kernel'
import { command } from '#platform'
import { readLimits } from '#regimes'
import { mayArrangeWork } from '../access.ts'
import { WorkFields, WorkKind } from '../domain/work-placement.ts'
import { termOf } from '../domain/work-terms.ts'
import { insertWorkPlacement } from '../storage/work-placements.ts'
import { takeWorkTurn } from '../storage/work-turn.ts'
import { dossierOf, inDossier } from './parts.ts'
import { changeWork, checkWork, KeptWork, onWork, workLimits } from './work-parts.ts'

export const addWorkPlacement = command({
  name: 'plans.addWorkPlacement',
  summary: 'Arranges where somebody works or tries work, within the term of its kind, and says what else is at that time',
  input: WorkFields.extend({ ...inDossier, kind: WorkKind }),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements', status: 201 },
  run: async context => {
    const { db, tenantId, memberId, now, input, newId, record } = context
    const { participantId, kind, ...fields } = input
    const scope = { tenantId, participantId }
    await takeWorkTurn(db, scope)
    const term = termOf(kind, workLimits(await readLimits(db, tenantId))(fields.startsOn))
    const checked = await checkWork(context, fields, { kind, term, extensions: 0 })
    if (!checked.ok) return checked
    const workPlacementId = newId<WorkPlacementId>()
    await insertWorkPlacement(db, scope, { ...fields, id: workPlacementId, kind, madeBy: memberId, at: now })
    record({ entity: 'workPlacement', id: workPlacementId, version: 1, fields: ['kind', ...Object.keys(fields)] })
    return accept({ workPlacementId, version: 1, beside: checked.value })
  },
})

export const amendWorkPlacement = command({
  name: 'plans.amendWorkPlacement',
  summary: 'Changes the place, the days or the hours of a work placement, within its term',
  input: WorkFields.extend(onWork),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/work-placements/{workPlacementId}' },
  run: context =>
    changeWork(context, 'amend', async work => {
      const { db, tenantId, input } = context
      const { participantId: _p, workPlacementId: _w, version: _v, ...fields } = input
      const term = termOf(work.kind, workLimits(await readLimits(db, tenantId))(fields.startsOn))
      const { kind, extensions, id: except } = work
      const checked = await checkWork(context, fields, { kind, term, extensions, except })
      return checked.ok ? accept({ change: { fields }, beside: checked.value }) : checked
    }),
})
