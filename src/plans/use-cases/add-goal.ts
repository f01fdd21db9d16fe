import { z } from 'zod'
import { accept, type CalendarDay, type Decision, GoalId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { readDay } from '../domain/day.ts'
import { focusIn } from '../domain/focus.ts'
import { GoalFields } from '../domain/goal.ts'
import { agreedRecognition } from '../domain/recognition.ts'
import { insertGoal, listGoals } from '../storage/goals.ts'
import { findWish } from '../storage/wishes.ts'
import { dossierOf, inDossier } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

/** The day on which to look back, picked or as said; it has yet to come. */
const readEnd = (
  picked: CalendarDay | undefined,
  asSaid: string | undefined,
  today: CalendarDay,
): Decision<CalendarDay | undefined, 'invalidInput'> => {
  const until = readDay(picked, asSaid, today, 'untilAsSaid')
  if (!until.ok || until.value === undefined || until.value >= today) return until
  return refuse('invalidInput', asSaid === undefined ? 'until' : 'untilAsSaid', { reason: 'inPast' })
}

export const addGoal = command({
  name: 'plans.addGoal',
  summary: 'Adds a goal on one area of the wheel, from a wish or new',
  input: GoalFields.extend(inDossier),
  output: z.object({ goalId: GoalId }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals', status: 201 },
  run: async ({ db, tenantId, input, today, now, newId, record }) => {
    const { participantId, untilAsSaid, recognitionKind, recognitionWords, recognitionOptionId, recognitionCents, ...fields } =
      input
    const chosen = { recognitionKind, recognitionWords, recognitionOptionId, recognitionCents }
    const scope = { tenantId, participantId }
    const until = readEnd(fields.until, untilAsSaid, today)
    if (!until.ok) return until
    const [goals, options, wish] = await Promise.all([
      listGoals(db, scope),
      optionsFor(db, tenantId, [chosen]),
      fields.wishId === undefined ? undefined : findWish(db, scope, fields.wishId),
    ])
    if (fields.wishId !== undefined) {
      const allowed = mustBeAble('wish', found(wish, 'wish').archived ? 'archived' : 'kept', 'makeGoal')
      if (!allowed.ok) return allowed
    }
    const recognition = agreedRecognition(chosen, options)
    if (!recognition.ok) return recognition
    const goalId = newId<GoalId>()
    const position = Math.max(-1, ...goals.map(goal => goal.position)) + 1
    // The first goal of an area has the attention; a second one waits until it gets it.
    const focusedAt = focusIn(goals, fields.area) === undefined ? now.toISOString() : undefined
    const place = { id: goalId, position, focusedAt, version: 1, state: 'open' } as const
    await insertGoal(db, scope, { ...fields, until: until.value, recognition: recognition.value, ...place })
    record({ entity: 'goal', id: goalId, version: 1, fields: Object.keys(fields) })
    return accept({ goalId })
  },
})
