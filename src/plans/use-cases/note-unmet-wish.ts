import { z } from 'zod'
import { accept, type GoalId, type ParticipantId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import type { GoalRecord } from '../domain/goal.ts'
import { WhatLacks } from '../domain/unmet-wish.ts'
import { lockGoal } from '../storage/goals.ts'
import { insertUnmetWish, renewUnmetWish, resolveUnmetWishes } from '../storage/unmet-wishes.ts'
import { dossierOf, onGoal } from './parts.ts'

type Writing = CommandContext<{ readonly participantId: ParticipantId; readonly goalId: GoalId }>

/** Once per goal: saying it again changes what is lacking. The fact carries no person. */
export const keepUnmetWish = async (context: Writing, goal: GoalRecord, whatLacks: string): Promise<string> => {
  const { db, tenantId, memberId, today, newId, record, publish } = context
  const scope = { tenantId, participantId: context.input.participantId }
  const standing = await renewUnmetWish(db, scope, goal.id, whatLacks)
  if (standing !== undefined) {
    record({ entity: 'unmetWish', id: standing, fields: ['whatLacks'] })
    return standing
  }
  const id = newId<string>()
  const { id: goalId, area, title } = goal
  await insertUnmetWish(db, scope, { id, goalId, area, words: title, whatLacks, notedOn: today, notedBy: memberId })
  record({ entity: 'unmetWish', id, fields: ['area', 'words', 'whatLacks'] })
  publish({ name: 'UnmetWishNoted', payload: { area, notedOn: today } })
  return id
}

export const noteUnmetWish = command({
  name: 'plans.noteUnmetWish',
  summary: 'Keeps a goal for which nothing suitable was found as an unmet wish',
  input: z.object({ ...onGoal, whatLacks: WhatLacks.default('') }),
  output: z.object({ unmetWishId: z.uuid() }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/unmet-wishes', status: 201 },
  run: async context => {
    const { db, tenantId, input } = context
    const goal = found(await lockGoal(db, { tenantId, participantId: input.participantId }, input.goalId), 'goal')
    const allowed = mustBeAble('goal', goal.state, 'noteUnmetWish')
    if (!allowed.ok) return allowed
    return accept({ unmetWishId: await keepUnmetWish(context, goal, input.whatLacks) })
  },
})

export const resolveUnmetWish = command({
  name: 'plans.resolveUnmetWish',
  summary: 'Takes back that nothing suitable was found for a goal',
  input: z.object(onGoal),
  output: z.object({}),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/unmet-wishes/resolve' },
  run: async ({ db, tenantId, input, today, record }) => {
    const scope = { tenantId, participantId: input.participantId }
    const goal = found(await lockGoal(db, scope, input.goalId), 'goal')
    await resolveUnmetWishes(db, scope, goal.id, today)
    record({ entity: 'unmetWish', id: goal.id, fields: ['resolvedOn'] })
    return accept({})
  },
})
