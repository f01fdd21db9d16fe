import { z } from 'zod'
import { accept, type Decision, type GoalId, type ParticipantId, refuse, StepId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { StepFields } from '../domain/step.ts'
import { lockGoal } from '../storage/goals.ts'
import { insertSteps, listStepsOfGoal } from '../storage/steps.ts'
import { dossierOf, onGoal, readStep, stepOf } from './parts.ts'
import { optionsFor } from './recognition-parts.ts'

type Writing = CommandContext<{ readonly participantId: ParticipantId; readonly goalId: GoalId }>

/** Behind the steps that are there already. */
const append = async (
  context: Writing,
  fields: readonly Parameters<typeof stepOf>[0][],
): Promise<Decision<readonly StepId[]>> => {
  const { db, tenantId, input, newId, record } = context
  const scope = { tenantId, participantId: input.participantId }
  const goal = found(await lockGoal(db, scope, input.goalId), 'goal')
  const allowed = mustBeAble('goal', goal.state, 'addStep')
  if (!allowed.ok) return allowed
  const earlier = await listStepsOfGoal(db, scope, goal.id)
  const first = Math.max(-1, ...earlier.map(step => step.position)) + 1
  const steps = fields.map((step, index) => stepOf(step, { id: newId<StepId>(), goalId: goal.id, position: first + index }))
  await insertSteps(db, scope, steps)
  for (const step of steps)
    record({ entity: 'step', id: step.id, version: 1, fields: ['title', 'who', 'plannedOn', 'recognition'] })
  return accept(steps.map(step => step.id))
}

export const addStep = command({
  name: 'plans.addStep',
  summary: 'Adds a small step to a goal: who, when, and how it is appreciated',
  input: StepFields.extend(onGoal),
  output: z.object({ stepId: StepId }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/steps', status: 201 },
  run: async context => {
    const { participantId: _participant, goalId: _goal, ...fields } = context.input
    const { db, tenantId, today } = context
    const read = readStep(fields, { today, options: await optionsFor(db, tenantId, [fields]) })
    if (!read.ok) return read
    const added = await append(context, [read.value])
    if (!added.ok) return added
    return accept({ stepId: found(added.value[0], 'step') })
  },
})

const MOST_AT_ONCE = 10

export const addSteps = command({
  name: 'plans.addSteps',
  summary: 'Adds several small steps to a goal at once, in order',
  input: z.object({ ...onGoal, steps: z.array(StepFields).min(1).max(MOST_AT_ONCE) }),
  output: z.object({ stepIds: z.array(StepId) }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/goals/{goalId}/step-series', status: 201 },
  run: async context => {
    const { db, tenantId, today, input } = context
    const options = await optionsFor(db, tenantId, input.steps)
    const read = input.steps.map((step, index) => readStep(step, { today, options, prefix: `steps.${index}.` }))
    const errors = read.flatMap(each =>
      each.ok ? [] : [{ field: each.field ?? '', code: String(each.details?.['reason']), params: {} }],
    )
    if (errors.length > 0) return refuse('invalidInput', errors[0]?.field, { errors })
    const added = await append(
      context,
      read.flatMap(each => (each.ok ? [each.value] : [])),
    )
    return added.ok ? accept({ stepIds: [...added.value] }) : added
  },
})
