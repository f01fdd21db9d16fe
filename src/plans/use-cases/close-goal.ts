import { z } from 'zod'
import { accept, type Decision, GoalId, refuse } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { ArchiveReason, ArchiveWords, type GoalRecord } from '../domain/goal.ts'
import { WhatLacks } from '../domain/unmet-wish.ts'
import { lockGoal, saveGoal } from '../storage/goals.ts'
import { deleteRecognitions, insertRecognition, lockIsAnythingHanded } from '../storage/recognitions.ts'
import { keepUnmetWish } from './note-unmet-wish.ts'
import { dossierOf, handedOut, onGoal, outdated, Version } from './parts.ts'

const input = z.object({ ...onGoal, version: Version })
const output = z.object({ goalId: GoalId, version: Version })

type OnGoal = CommandContext<z.infer<typeof input>>

/** Loads and locks the goal, asks whether this may be done now, and saves what it becomes. */
const change = async (
  { db, tenantId, input: { participantId, goalId, version }, record }: OnGoal,
  action: ActionOn<'goal'>,
  becomes: (goal: GoalRecord) => GoalRecord | Promise<Decision<GoalRecord>>,
): Promise<Decision<GoalRecord>> => {
  const scope = { tenantId, participantId }
  const goal = found(await lockGoal(db, scope, goalId), 'goal')
  const allowed = mustBeAble('goal', goal.state, action)
  if (!allowed.ok) return goal.version === version ? allowed : outdated(goal)
  if (goal.version !== version) return outdated(goal)
  const next = await becomes(goal)
  const decided = 'ok' in next ? next : accept(next)
  if (!decided.ok) return decided
  await saveGoal(db, scope, decided.value, version)
  record({ entity: 'goal', id: goalId, version: version + 1, fields: ['state'] })
  return accept(goal)
}

const answerOf = ({ input: { goalId, version } }: OnGoal, changed: Decision<GoalRecord>): Decision<z.infer<typeof output>> =>
  changed.ok ? accept({ goalId, version: version + 1 }) : changed

/** A goal without what belongs to its state. */
const core = ({ id, wishId, area, title, language, until, position, focusedAt, recognition, version }: GoalRecord) => ({
  id,
  wishId,
  area,
  title,
  language,
  until,
  position,
  focusedAt,
  recognition,
  version,
})

/** What was agreed for reaching it is given. */
const giveForGoal = async (
  { db, tenantId, memberId, now, newId, input: { participantId, goalId } }: OnGoal,
  recognition: GoalRecord['recognition'],
): Promise<void> => {
  if (recognition === undefined) return
  const given = { ...recognition, id: newId<string>(), goalId, at: now, by: memberId }
  await insertRecognition(db, { tenantId, participantId }, given)
}

export const reachGoal = command({
  name: 'plans.reachGoal',
  summary: 'Marks a goal as reached',
  input,
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/reach' },
  run: async context => {
    const { today, publish, input: on } = context
    const changed = await change(context, 'reach', goal => ({ ...core(goal), state: 'reached', closedOn: today }))
    if (!changed.ok) return changed
    await giveForGoal(context, changed.value.recognition)
    publish({ name: 'GoalReached', payload: { participantId: on.participantId, goalId: on.goalId } })
    return answerOf(context, changed)
  },
})

export const archiveGoal = command({
  name: 'plans.archiveGoal',
  summary: 'Takes a goal off the wheel with a reason; without a suitable activity it is kept as an unmet wish',
  input: input.extend({ reason: ArchiveReason, reasonWords: ArchiveWords.default(''), whatLacks: WhatLacks.default('') }),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/archive' },
  run: async context => {
    const { today, input: on } = context
    const { reason, reasonWords, whatLacks } = on
    if (reason === 'other' && reasonWords === '') return refuse('invalidInput', 'reasonWords', { reason: 'required' })
    const changed = await change(context, 'archive', goal => ({
      ...core(goal),
      state: 'archived',
      closedOn: today,
      reason,
      reasonWords,
    }))
    if (changed.ok && reason === 'noSuitableActivity') await keepUnmetWish(context, changed.value, whatLacks || reasonWords)
    return answerOf(context, changed)
  },
})

export const reopenGoal = command({
  name: 'plans.reopenGoal',
  summary: 'Opens a reached or archived goal again',
  input,
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/reopen' },
  run: async context => {
    const { db, tenantId, input: on } = context
    const scope = { tenantId, participantId: on.participantId }
    const changed = await change(context, 'reopen', async goal =>
      (await lockIsAnythingHanded(db, scope, { goalId: on.goalId })) ? handedOut() : accept({ ...core(goal), state: 'open' }),
    )
    if (changed.ok) await deleteRecognitions(db, scope, { goalId: on.goalId })
    return answerOf(context, changed)
  },
})
