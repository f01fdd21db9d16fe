import { z } from 'zod'
import { accept, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayAnswerSteps } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { StepFields } from '../domain/step.ts'
import { lockGoal } from '../storage/goals.ts'
import { findStep, insertSteps, listStepsOfGoal, savePositions } from '../storage/steps.ts'
import { dossierOf, onStep, readStep, stepOf } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

export const addSmallerStep = command({
  name: 'plans.addSmallerStep',
  summary: 'Agrees a smaller step right behind one that was too big',
  input: StepFields.extend(onStep),
  output: z.object({ stepId: StepId }),
  access: mayAnswerSteps,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/smaller-steps', status: 201 },
  run: async ({ db, tenantId, input, today, newId, record }) => {
    const { participantId, stepId, ...fields } = input
    const read = readStep(fields, { today, options: await optionsFor(db, tenantId, [fields]) })
    if (!read.ok) return read
    const scope = { tenantId, participantId }
    const big = found(await findStep(db, scope, stepId), 'step')
    const goal = found(await lockGoal(db, scope, big.goalId), 'goal')
    const allowed = [mustBeAble('goal', goal.state, 'addStep'), mustBeAble('step', big.state, 'addSmallerStep')]
    for (const answer of allowed) if (!answer.ok) return answer
    const steps = await listStepsOfGoal(db, scope, goal.id)
    const smaller = stepOf(read.value, { id: newId<StepId>(), goalId: goal.id, position: steps.length, smallerThan: big.id })
    await insertSteps(db, scope, [smaller])
    await savePositions(
      db,
      scope,
      steps.flatMap(step => (step.id === big.id ? [step.id, smaller.id] : [step.id])),
    )
    record({ entity: 'step', id: smaller.id, version: 1, fields: ['title', 'who', 'plannedOn', 'recognition', 'smallerThan'] })
    return accept({ stepId: smaller.id })
  },
})
