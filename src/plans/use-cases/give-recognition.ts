import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { RecognitionKind, RecognitionWords } from '../domain/recognition.ts'
import { insertRecognition } from '../storage/recognitions.ts'
import { findStep } from '../storage/steps.ts'
import { dossierOf, onStep } from './parts.ts'

export const giveRecognition = command({
  name: 'plans.giveRecognition',
  summary: 'Appreciates a step, apart from what was agreed',
  input: z.object({
    ...onStep,
    kind: RecognitionKind.exclude(['none']).default('compliment'),
    words: RecognitionWords.default(''),
  }),
  output: z.object({ recognitionId: z.uuid() }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/recognitions', status: 201 },
  run: async ({ db, tenantId, memberId, input, now, newId, record }) => {
    const { participantId, stepId, kind, words } = input
    const scope = { tenantId, participantId }
    const step = found(await findStep(db, scope, stepId), 'step')
    const allowed = mustBeAble('step', step.state, 'giveRecognition')
    if (!allowed.ok) return allowed
    if (words === '' && kind === 'other') return refuse('invalidInput', 'words', { reason: 'required' })
    const recognitionId = newId<string>()
    await insertRecognition(db, scope, { id: recognitionId, stepId, kind, words, at: now, by: memberId })
    record({ entity: 'recognition', id: recognitionId, fields: ['kind', 'words'] })
    return accept({ recognitionId })
  },
})
