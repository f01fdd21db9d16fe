import { z } from 'zod'
import { accept, freeText, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { answerStep as decide } from '../domain/answer-step.ts'
import { Recognition } from '../domain/recognition.ts'
import { StepAnswer } from '../domain/step.ts'
import { findGoal } from '../storage/goals.ts'
import { deleteRecognitionAt, insertRecognition, lockIsAnythingHanded } from '../storage/recognitions.ts'
import { lockStep, saveAnswer } from '../storage/steps.ts'
import { dossierOf, handedOut, onStep, outdated, Version } from './parts.ts'

export const answerStep = command({
  name: 'plans.answerStep',
  summary: 'Tells how a step went; the agreed recognition is given, also when it did not work',
  input: z.object({ ...onStep, version: Version, answer: StepAnswer, ownWords: freeText(2_000).optional() }),
  output: z.object({
    stepId: StepId,
    version: Version,
    answer: StepAnswer,
    recognition: Recognition,
    offerSmallerStep: z.boolean(),
  }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/answer' },
  run: async ({ db, tenantId, memberId, input, now, newId, record, publish }) => {
    const { participantId, stepId, version, answer, ownWords } = input
    const scope = { tenantId, participantId }
    const step = found(await lockStep(db, scope, stepId), 'step')
    if (step.version !== version) return outdated(step)
    const goal = found(await findGoal(db, scope, step.goalId), 'goal')
    const decision = decide(step, goal.state, { answer, ownWords, at: now, by: memberId })
    if (!decision.ok) return decision
    const { recognition, offerSmallerStep } = decision.value
    // "Not yet" was thanked for; only the newest answer counts.
    if (step.state !== 'open') await deleteRecognitionAt(db, scope, { stepId }, new Date(step.answeredAt))
    await saveAnswer(db, scope, step, decision.value)
    await insertRecognition(db, scope, { ...recognition, id: newId<string>(), stepId, at: now, by: memberId })
    record({ entity: 'step', id: stepId, version: version + 1, fields: ['state', 'ownWords', 'recognitionGiven'] })
    publish({ name: 'StepAnswered', payload: { participantId, goalId: step.goalId, stepId, answer } })
    return accept({ stepId, version: version + 1, answer, recognition, offerSmallerStep })
  },
})

export const undoAnswer = command({
  name: 'plans.undoAnswer',
  summary: 'Takes back how a step went, and the recognition that came with it',
  input: z.object({ ...onStep, version: Version }),
  output: z.object({ stepId: StepId, version: Version }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/undo-answer' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, stepId, version } = input
    const scope = { tenantId, participantId }
    const step = found(await lockStep(db, scope, stepId), 'step')
    if (step.version !== version) return outdated(step)
    const allowed = mustBeAble('step', step.state, 'undoAnswer')
    if (!allowed.ok) return allowed
    if (await lockIsAnythingHanded(db, scope, { stepId })) return handedOut()
    if (step.state !== 'open') await deleteRecognitionAt(db, scope, { stepId }, new Date(step.answeredAt))
    await saveAnswer(db, scope, step, undefined)
    record({ entity: 'step', id: stepId, version: version + 1, fields: ['state', 'ownWords', 'recognitionGiven'] })
    return accept({ stepId, version: version + 1 })
  },
})
