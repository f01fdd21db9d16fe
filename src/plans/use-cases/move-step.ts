import { z } from 'zod'
import { accept, refuse, StepId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { Direction, moved, PlaceInOrder } from '../domain/order-steps.ts'
import { lockGoal } from '../storage/goals.ts'
import { findStep, listStepsOfGoal, savePositions } from '../storage/steps.ts'
import { dossierOf, onStep } from './parts.ts'

export const moveStep = command({
  name: 'plans.moveStep',
  summary: 'Moves a step one place up or down within its goal',
  input: z.object({ ...onStep, direction: Direction }),
  output: PlaceInOrder.extend({ order: z.array(StepId) }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/move' },
  run: async ({ db, tenantId, input, record }) => {
    const scope = { tenantId, participantId: input.participantId }
    const step = found(await findStep(db, scope, input.stepId), 'step')
    const allowed = mustBeAble('step', step.state, 'move')
    if (!allowed.ok) return allowed
    await lockGoal(db, scope, step.goalId)
    const steps = await listStepsOfGoal(db, scope, step.goalId)
    const order = moved(
      steps.map(each => each.id),
      step.id,
      input.direction,
    )
    if (order === undefined) return refuse('notPossibleNow', 'direction', { reason: 'atTheEnd' })
    await savePositions(db, scope, order)
    record({ entity: 'step', id: step.id, fields: ['position'] })
    return accept({ order: [...order], place: order.indexOf(step.id) + 1, of: order.length })
  },
})
