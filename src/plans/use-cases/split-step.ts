import { z } from 'zod'
import { accept, lineText, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import type { Step } from '../domain/step.ts'
import { lockGoal } from '../storage/goals.ts'
import { findStep, insertSteps, listStepsOfGoal, savePositions } from '../storage/steps.ts'
import { dossierOf, onStep } from './parts.ts'

const MOST_PARTS = 5

export const splitStep = command({
  name: 'plans.splitStep',
  summary: 'Makes a step smaller by a few small ones: before it while it is open, right behind it after it was tried',
  input: z.object({ ...onStep, titles: z.array(lineText(200)).min(1).max(MOST_PARTS) }),
  output: z.object({ stepIds: z.array(StepId) }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/split', status: 201 },
  run: async ({ db, tenantId, input: { participantId, stepId, titles }, newId, record }) => {
    const scope = { tenantId, participantId }
    const big = found(await findStep(db, scope, stepId), 'step')
    const goal = found(await lockGoal(db, scope, big.goalId), 'goal')
    const allowed = [mustBeAble('goal', goal.state, 'addStep'), mustBeAble('step', big.state, 'split')]
    for (const answer of allowed) if (!answer.ok) return answer
    const steps = await listStepsOfGoal(db, scope, goal.id)
    const { language, who, whoName, recognition } = big
    const small = titles.map((title, index): Step => ({
      id: newId<StepId>(),
      goalId: goal.id,
      title,
      language,
      who,
      ...(whoName === undefined ? {} : { whoName }),
      recognition,
      smallerThan: big.id,
      position: steps.length + index,
      version: 1,
      state: 'open',
    }))
    await insertSteps(db, scope, small)
    const ids = small.map(step => step.id)
    const around = big.state === 'open' ? [...ids, big.id] : [big.id, ...ids]
    await savePositions(
      db,
      scope,
      steps.flatMap(step => (step.id === big.id ? around : [step.id])),
    )
    for (const id of ids) record({ entity: 'step', id, version: 1, fields: ['title', 'who', 'recognition', 'smallerThan'] })
    return accept({ stepIds: ids })
  },
})
