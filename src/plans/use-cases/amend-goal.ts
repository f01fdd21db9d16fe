import { z } from 'zod'
import { accept, GoalId } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { readDay } from '../domain/day.ts'
import { focusIn } from '../domain/focus.ts'
import { GoalFields } from '../domain/goal.ts'
import { agreedRecognition } from '../domain/recognition.ts'
import { lockGoals, saveGoal } from '../storage/goals.ts'
import { findWish } from '../storage/wishes.ts'
import { dossierOf, onGoal, outdated, Version } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

export const amendGoal = command({
  name: 'plans.amendGoal',
  summary: 'Changes the words, area, wish or end day of a goal',
  input: GoalFields.extend({ ...onGoal, version: Version }),
  output: z.object({ goalId: GoalId, version: Version }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/goals/{goalId}' },
  run: async ({ db, tenantId, input, today, now, record }) => {
    const { participantId, goalId, version, untilAsSaid, ...said } = input
    const { recognitionKind, recognitionWords, recognitionOptionId, recognitionCents, ...fields } = said
    const chosen = { recognitionKind, recognitionWords, recognitionOptionId, recognitionCents }
    const scope = { tenantId, participantId }
    const goals = await lockGoals(db, scope)
    const goal = found(
      goals.find(each => each.id === goalId),
      'goal',
    )
    if (fields.wishId !== undefined) found(await findWish(db, scope, fields.wishId), 'wish')
    if (goal.version !== version) return outdated(goal)
    const allowed = mustBeAble('goal', goal.state, 'amend')
    if (!allowed.ok) return allowed
    const until = readDay(fields.until, untilAsSaid, today, 'untilAsSaid')
    if (!until.ok) return until
    const recognition = agreedRecognition(chosen, await optionsFor(db, tenantId, [chosen]), goal.recognition)
    if (!recognition.ok) return recognition
    // On another area it waits behind what has the attention there; the area that it leaves has the next one.
    const moves = fields.area !== goal.area
    const first = moves && focusIn(goals, fields.area) === undefined ? now.toISOString() : undefined
    const place = { position: goal.position, focusedAt: moves ? first : goal.focusedAt }
    const amended = {
      ...fields,
      until: until.value,
      recognition: recognition.value,
      id: goalId,
      ...place,
      version,
      state: 'open',
    } as const
    await saveGoal(db, scope, amended, version)
    record({ entity: 'goal', id: goalId, version: version + 1, fields: Object.keys(fields) })
    return accept({ goalId, version: version + 1 })
  },
})
