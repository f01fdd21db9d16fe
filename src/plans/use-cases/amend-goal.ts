import { z } from 'zod'
import { accept, GoalId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { GoalFields } from '../domain/goal.ts'
import { findGoal, saveGoal } from '../storage/goals.ts'
import { findWish } from '../storage/wishes.ts'
import { dossierOf, onGoal, outdated, Version } from './parts.ts'

export const amendGoal = command({
  name: 'plans.amendGoal',
  summary: 'Changes the words, area, wish or end day of a goal',
  input: GoalFields.extend({ ...onGoal, version: Version }),
  output: z.object({ goalId: GoalId, version: Version }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/goals/{goalId}' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, goalId, version, ...fields } = input
    const scope = { tenantId, participantId }
    const goal = found(await findGoal(db, scope, goalId), 'goal')
    if (fields.wishId !== undefined) found(await findWish(db, scope, fields.wishId), 'wish')
    const allowed = mustBeAble('goal', goal.state, 'amend')
    if (!allowed.ok) return allowed
    const { position } = goal
    if (!(await saveGoal(db, scope, { ...fields, id: goalId, position, version, state: 'open' }, version))) return outdated(goal)
    record({ entity: 'goal', id: goalId, version: version + 1, fields: Object.keys(fields) })
    return accept({ goalId, version: version + 1 })
  },
})
