import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { idsInFocus } from '../domain/focus.ts'
import { Direction, movedPast, PlaceInOrder } from '../domain/order-steps.ts'
import { lockGoals, saveGoalPositions } from '../storage/goals.ts'
import { dossierOf, onGoal } from './parts.ts'

export const moveGoal = command({
  name: 'plans.moveGoal',
  summary: 'Moves a goal one place up or down: among those that have the attention, or among those that wait',
  input: z.object({ ...onGoal, direction: Direction }),
  output: PlaceInOrder,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/move' },
  run: async ({ db, tenantId, input: { participantId, goalId, direction }, record }) => {
    const scope = { tenantId, participantId }
    const goals = await lockGoals(db, scope)
    const goal = found(
      goals.find(each => each.id === goalId),
      'goal',
    )
    const allowed = mustBeAble('goal', goal.state, 'move')
    if (!allowed.ok) return allowed
    const focused = idsInFocus(goals)
    const peers = goals.filter(each => each.state === 'open' && focused.has(each.id) === focused.has(goalId))
    const order = movedPast(
      goals.map(each => each.id),
      new Set(peers.map(each => each.id)),
      goalId,
      direction,
    )
    if (order === undefined) return refuse('notPossibleNow', 'direction', { reason: 'atTheEnd' })
    await saveGoalPositions(db, scope, order)
    record({ entity: 'goal', id: goalId, fields: ['position'] })
    const among = order.filter(id => peers.some(each => each.id === id))
    return accept({ place: among.indexOf(goalId) + 1, of: among.length })
  },
})
