import { z } from 'zod'
import { accept, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { StepFields } from '../domain/step.ts'
import { findStep, saveStep } from '../storage/steps.ts'
import { dossierOf, nameOfOther, onStep, outdated, stepOf, Version } from './parts.ts'

export const amendStep = command({
  name: 'plans.amendStep',
  summary: 'Changes what was agreed about a step',
  input: StepFields.extend({ ...onStep, version: Version }),
  output: z.object({ stepId: StepId, version: Version }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/steps/{stepId}' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, stepId, version, ...fields } = input
    const nameless = nameOfOther(fields)
    if (nameless !== undefined) return nameless
    const scope = { tenantId, participantId }
    const step = found(await findStep(db, scope, stepId), 'step')
    const allowed = mustBeAble('step', step.state, 'amend')
    if (!allowed.ok) return step.version === version ? allowed : outdated(step)
    const { goalId, position } = step
    if (!(await saveStep(db, scope, stepOf(fields, { id: stepId, goalId, position }), version))) return outdated(step)
    record({ entity: 'step', id: stepId, version: version + 1, fields: Object.keys(fields) })
    return accept({ stepId, version: version + 1 })
  },
})
