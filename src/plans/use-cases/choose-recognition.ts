import { z } from 'zod'
import { accept, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { agreedRecognition, RecognitionFields } from '../domain/recognition.ts'
import { lockStep, saveStep } from '../storage/steps.ts'
import { dossierOf, onStep, outdated, Version } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

export const chooseRecognition = command({
  name: 'plans.chooseRecognition',
  summary: 'The person chooses how a step is appreciated: from the municipality’s list, or in own words',
  input: RecognitionFields.omit({ recognitionCents: true }).extend({ ...onStep, version: Version }),
  output: z.object({ stepId: StepId, version: Version }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/steps/{stepId}/recognition' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, stepId, version, ...fields } = input
    const scope = { tenantId, participantId }
    const [step, options] = await Promise.all([lockStep(db, scope, stepId), optionsFor(db, tenantId, [fields])])
    const current = found(step, 'step')
    if (current.version !== version) return outdated(current)
    const allowed = mustBeAble('step', current.state, 'amend')
    if (!allowed.ok) return allowed
    const recognition = agreedRecognition(fields, options, current.recognition)
    if (!recognition.ok) return recognition
    await saveStep(db, scope, { ...current, recognition: recognition.value }, version)
    record({ entity: 'step', id: stepId, version: version + 1, fields: ['recognition'] })
    return accept({ stepId, version: version + 1 })
  },
})
