import { z } from 'zod'
import { accept, GoalId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { focusIn, focusMoment } from '../domain/focus.ts'
import { lockGoals, saveFocus } from '../storage/goals.ts'
import { dossierOf, onGoal } from './parts.ts'

export const focusGoal = command({
  name: 'plans.focusGoal',
  summary: 'Gives one goal of an area the attention; the others of that area wait',
  input: z.object(onGoal),
  output: z.object({
    goalId: GoalId,
    /** The goal that had the attention until now: giving it back is the undo. */
    before: GoalId.optional(),
  }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/focus' },
  run: async ({ db, tenantId, input: { participantId, goalId }, now, record }) => {
    const scope = { tenantId, participantId }
    const goals = await lockGoals(db, scope)
    const goal = found(
      goals.find(each => each.id === goalId),
      'goal',
    )
    const allowed = mustBeAble('goal', goal.state, 'focus')
    if (!allowed.ok) return allowed
    const before = focusIn(goals, goal.area)
    if (before?.id === goalId) return refuse('alreadyDone')
    await saveFocus(db, scope, goalId, focusMoment(goals, goal.area, now))
    record({ entity: 'goal', id: goalId, fields: ['focus'] })
    return accept({ goalId, ...(before === undefined ? {} : { before: before.id }) })
  },
})
