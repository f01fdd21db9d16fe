import { z } from 'zod'
import { accept } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { Step } from '../domain/step.ts'
import { deleteRecognitions, lockIsAnythingHanded } from '../storage/recognitions.ts'
import { deleteStep, lockStep } from '../storage/steps.ts'
import { dossierOf, handedOut, onStep, outdated, Version } from './parts.ts'

export const removeStep = command({
  name: 'plans.removeStep',
  summary: 'Removes a step that nobody took yet; the answer holds it, so that it can be put back',
  input: z.object({ ...onStep, version: Version }),
  output: z.object({ removed: Step }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/remove' },
  run: async ({ db, tenantId, input, record }) => {
    const scope = { tenantId, participantId: input.participantId }
    const step = found(await lockStep(db, scope, input.stepId), 'step')
    if (step.version !== input.version) return outdated(step)
    const allowed = mustBeAble('step', step.state, 'remove')
    if (!allowed.ok) return allowed
    if (await lockIsAnythingHanded(db, scope, { stepId: step.id })) return handedOut()
    await deleteRecognitions(db, scope, { stepId: step.id })
    await deleteStep(db, scope, step.id)
    record({ entity: 'step', id: step.id, version: step.version, fields: ['removed'] })
    return accept({ removed: step })
  },
})
