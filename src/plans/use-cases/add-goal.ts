import { z } from 'zod'
import { accept, GoalId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { GoalFields } from '../domain/goal.ts'
import { insertGoal, listGoals } from '../storage/goals.ts'
import { findWish } from '../storage/wishes.ts'
import { dossierOf, inDossier } from './parts.ts'

export const addGoal = command({
  name: 'plans.addGoal',
  summary: 'Adds a goal on one area of the wheel, from a wish or new',
  input: GoalFields.extend(inDossier),
  output: z.object({ goalId: GoalId }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals', status: 201 },
  run: async ({ db, tenantId, input, today, newId, record }) => {
    const { participantId, ...fields } = input
    const scope = { tenantId, participantId }
    if (fields.until !== undefined && fields.until < today) return refuse('invalidInput', 'until', { reason: 'inPast' })
    const [goals, wish] = await Promise.all([
      listGoals(db, scope),
      fields.wishId === undefined ? undefined : findWish(db, scope, fields.wishId),
    ])
    if (fields.wishId !== undefined) {
      const allowed = mustBeAble('wish', found(wish, 'wish').archived ? 'archived' : 'kept', 'makeGoal')
      if (!allowed.ok) return allowed
    }
    const goalId = newId<GoalId>()
    const position = Math.max(-1, ...goals.map(goal => goal.position)) + 1
    await insertGoal(db, scope, { ...fields, id: goalId, position, version: 1, state: 'open' })
    record({ entity: 'goal', id: goalId, version: 1, fields: Object.keys(fields) })
    return accept({ goalId })
  },
})
