import { z } from 'zod'
import { accept, GoalId, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { chosenRecognition, RecognitionFields } from '../domain/recognition.ts'
import { keepAgreedBefore } from '../storage/agreed-before.ts'
import { lockGoal, saveGoal } from '../storage/goals.ts'
import { lockStep, saveStep } from '../storage/steps.ts'
import { dossierOf, onGoal, onStep, outdated, Version } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

/** The value of what is in own words is for a guide to set. */
const Choice = RecognitionFields.omit({ recognitionCents: true })

export const chooseRecognition = command({
  name: 'plans.chooseRecognition',
  summary: 'The person chooses how a step is appreciated: from the municipality’s list, or in own words',
  input: Choice.extend({ ...onStep, version: Version }),
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
    const recognition = chosenRecognition(fields, options, current.recognition)
    if (!recognition.ok) return recognition
    await saveStep(db, scope, { ...current, recognition: recognition.value }, version)
    await keepAgreedBefore(db, scope, 'step', stepId, current.recognition)
    record({ entity: 'step', id: stepId, version: version + 1, fields: ['recognition'] })
    return accept({ stepId, version: version + 1 })
  },
})

export const chooseGoalRecognition = command({
  name: 'plans.chooseGoalRecognition',
  summary: 'The person chooses how reaching a goal is appreciated: from the municipality’s list, or in own words',
  input: Choice.extend({ ...onGoal, version: Version }),
  output: z.object({ goalId: GoalId, version: Version }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/goals/{goalId}/recognition' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, goalId, version, ...fields } = input
    const scope = { tenantId, participantId }
    const [goal, options] = await Promise.all([lockGoal(db, scope, goalId), optionsFor(db, tenantId, [fields])])
    const current = found(goal, 'goal')
    if (current.version !== version) return outdated(current)
    const allowed = mustBeAble('goal', current.state, 'amend')
    if (!allowed.ok) return allowed
    const recognition = chosenRecognition(fields, options, current.recognition)
    if (!recognition.ok) return recognition
    await saveGoal(db, scope, { ...current, recognition: recognition.value }, version)
    await keepAgreedBefore(db, scope, 'goal', goalId, current.recognition ?? { kind: 'none', words: '' })
    record({ entity: 'goal', id: goalId, version: version + 1, fields: ['recognition'] })
    return accept({ goalId, version: version + 1 })
  },
})
