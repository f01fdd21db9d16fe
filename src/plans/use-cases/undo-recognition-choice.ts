import { z } from 'zod'
import { accept, GoalId, refuse, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { agreedBefore, keepAgreedBefore } from '../storage/agreed-before.ts'
import { lockGoal, saveGoal } from '../storage/goals.ts'
import { lockStep, saveStep } from '../storage/steps.ts'
import { dossierOf, onGoal, onStep, outdated, Version } from './parts.ts'

/** Nothing was chosen, or it was taken back already. */
const nothingChosen = () => refuse('notPossibleNow', undefined, { state: 'nothingChosen' })

export const undoRecognitionChoice = command({
  name: 'plans.undoRecognitionChoice',
  summary: 'Takes back the choice of how a step is appreciated: what was agreed before stands again, with its value',
  input: z.object({ ...onStep, version: Version }),
  output: z.object({ stepId: StepId, version: Version }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/recognition/undo' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, stepId, version } = input
    const scope = { tenantId, participantId }
    const current = found(await lockStep(db, scope, stepId), 'step')
    if (current.version !== version) return outdated(current)
    const allowed = mustBeAble('step', current.state, 'amend')
    if (!allowed.ok) return allowed
    const before = await agreedBefore(db, scope, 'step', stepId)
    if (before === undefined) return nothingChosen()
    await saveStep(db, scope, { ...current, recognition: before }, version)
    await keepAgreedBefore(db, scope, 'step', stepId, undefined)
    record({ entity: 'step', id: stepId, version: version + 1, fields: ['recognition'] })
    return accept({ stepId, version: version + 1 })
  },
})

export const undoGoalRecognitionChoice = command({
  name: 'plans.undoGoalRecognitionChoice',
  summary: 'Takes back the choice of how reaching a goal is appreciated: what was agreed before stands again, with its value',
  input: z.object({ ...onGoal, version: Version }),
  output: z.object({ goalId: GoalId, version: Version }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/recognition/undo' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, goalId, version } = input
    const scope = { tenantId, participantId }
    const current = found(await lockGoal(db, scope, goalId), 'goal')
    if (current.version !== version) return outdated(current)
    const allowed = mustBeAble('goal', current.state, 'amend')
    if (!allowed.ok) return allowed
    const before = await agreedBefore(db, scope, 'goal', goalId)
    if (before === undefined) return nothingChosen()
    await saveGoal(db, scope, { ...current, recognition: before }, version)
    await keepAgreedBefore(db, scope, 'goal', goalId, undefined)
    record({ entity: 'goal', id: goalId, version: version + 1, fields: ['recognition'] })
    return accept({ goalId, version: version + 1 })
  },
})
