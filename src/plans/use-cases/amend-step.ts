import { z } from 'zod'
import { accept, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { StepFields } from '../domain/step.ts'
import { lockStep, saveStep } from '../storage/steps.ts'
import { dossierOf, onStep, outdated, readStep, stepOf, Version } from './parts.ts'

export const amendStep = command({
  name: 'plans.amendStep',
  summary: 'Changes what was agreed about a step',
  input: StepFields.extend({ ...onStep, version: Version }),
  output: z.object({ stepId: StepId, version: Version }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/steps/{stepId}' },
  run: async ({ db, tenantId, input, today, record }) => {
    const { participantId, stepId, version, ...fields } = input
    const read = readStep(fields, today)
    if (!read.ok) return read
    const scope = { tenantId, participantId }
    const step = found(await lockStep(db, scope, stepId), 'step')
    if (step.version !== version) return outdated(step)
    const allowed = mustBeAble('step', step.state, 'amend')
    if (!allowed.ok) return allowed
    const { goalId, position } = step
    await saveStep(db, scope, stepOf(read.value, { id: stepId, goalId, position }), version)
    record({ entity: 'step', id: stepId, version: version + 1, fields: Object.keys(fields) })
    return accept({ stepId, version: version + 1 })
  },
})
