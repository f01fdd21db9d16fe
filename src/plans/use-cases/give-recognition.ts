import { z } from 'zod'
import { accept, RecognitionOptionId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { Cents, givenRecognition, RecognitionKind, RecognitionWords } from '../domain/recognition.ts'
import { insertRecognition } from '../storage/recognitions.ts'
import { lockStep } from '../storage/steps.ts'
import { dossierOf, onStep } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

export const giveRecognition = command({
  name: 'plans.giveRecognition',
  summary: 'Appreciates a step, apart from what was agreed',
  input: z.object({
    ...onStep,
    kind: RecognitionKind.exclude(['none']).default('compliment'),
    words: RecognitionWords.default(''),
    optionId: RecognitionOptionId.optional(),
    valueCents: Cents.optional(),
  }),
  output: z.object({ recognitionId: z.uuid() }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/recognitions', status: 201 },
  run: async ({ db, tenantId, memberId, input, now, newId, record }) => {
    const { participantId, stepId, kind, words, optionId, valueCents } = input
    const scope = { tenantId, participantId }
    const chosen = {
      recognitionKind: kind,
      recognitionWords: words,
      recognitionOptionId: optionId,
      recognitionCents: valueCents,
    }
    const [step, options] = await Promise.all([lockStep(db, scope, stepId), optionsFor(db, tenantId, [chosen])])
    const allowed = mustBeAble('step', found(step, 'step').state, 'giveRecognition')
    if (!allowed.ok) return allowed
    const recognition = givenRecognition(chosen, options)
    if (!recognition.ok) return { ...recognition, field: 'optionId' }
    if (recognition.value.words === '' && recognition.value.kind === 'other')
      return refuse('invalidInput', 'words', { reason: 'required' })
    const recognitionId = newId<string>()
    await insertRecognition(db, scope, { ...recognition.value, id: recognitionId, stepId, at: now, by: memberId })
    record({ entity: 'recognition', id: recognitionId, fields: ['kind', 'words'] })
    return accept({ recognitionId })
  },
})
