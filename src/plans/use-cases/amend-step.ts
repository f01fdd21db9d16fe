import { z } from 'zod'
import { accept, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { StepFields } from '../domain/step.ts'
import { lockStep, saveStep } from '../storage/steps.ts'
import { dossierOf, onStep, outdated, readStep, stepOf, Version } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

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
    const scope = { tenantId, participantId }
    const [locked, options] = await Promise.all([lockStep(db, scope, stepId), optionsFor(db, tenantId, [fields])])
    const step = found(locked, 'step')
    if (step.version !== version) return outdated(step)
    const read = readStep(fields, { today, options, before: step })
    if (!read.ok) return read
    const allowed = mustBeAble('step', step.state, 'amend')
    if (!allowed.ok) return allowed
    const { goalId, position } = step
    await saveStep(db, scope, stepOf(read.value, { id: stepId, goalId, position }), version)
    record({ entity: 'step', id: stepId, version: version + 1, fields: Object.keys(fields) })
    return accept({ stepId, version: version + 1 })
  },
})
