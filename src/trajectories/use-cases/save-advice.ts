import { z } from 'zod'
import { accept, AdviceId, type Decision, ParticipantId, refuse, TrajectoryId } from '#kernel'
import { command, type CommandContext } from '#platform'
import { mayWriteAdvice } from '../access.ts'
import { type Advice, AdviceContent } from '../domain/advice.ts'
import { saveAdvice as save } from '../domain/decide-advice.ts'
import { isRunning } from '../domain/trajectory.ts'
import { findOpenAdvice, insertAdvice, lockAdvice, updateAdvice } from '../storage/advices.ts'
import { AdviceSaved, savedAdvice } from './change-advice.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** What is on the screen; version 0 when nothing was saved yet. */
export const AdviceDraft = AdviceContent.extend({
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  version: z.coerce.number().int().nonnegative(),
})
type Drafting = CommandContext<z.infer<typeof AdviceDraft>>

const start = async (context: Drafting, content: AdviceContent): Promise<Decision<Advice>> => {
  const { db, tenantId, memberId, now, newId, input } = context
  const { participantId, trajectoryId } = input
  const written = { participantId, trajectoryId, writtenBy: memberId, writtenAt: now, version: 1 }
  const draft: Advice = { ...content, ...written, id: newId<AdviceId>(), state: 'draft' }
  if (await insertAdvice(db, tenantId, draft)) return accept(draft)
  return refuse('versionConflict', undefined, { current: await findOpenAdvice(db, tenantId, input) })
}

/** The draft as it is on the screen, saved or made: part of saving and of sending. */
export const keepDraft = async (context: Drafting): Promise<Decision<Advice>> => {
  const { db, tenantId, memberId, now, input, record } = context
  const content = AdviceContent.parse(input)
  const trajectory = await getOwnTrajectory(context, input)
  if (!isRunning(trajectory)) return refuse('notPossibleNow', undefined, { state: trajectory.state })
  const open = await findOpenAdvice(db, tenantId, input)
  if (open === undefined && input.version === 0) {
    const made = await start(context, content)
    if (made.ok) record({ entity: 'advice', id: made.value.id, version: 1, fields: Object.keys(content) })
    return made
  }
  const known = open === undefined ? undefined : await lockAdvice(db, tenantId, { ...input, adviceId: open.id })
  if (known?.state === 'sent' && known.version !== input.version) return refuse('alreadyDone', undefined, { state: known.state })
  if (known === undefined || known.version !== input.version) return refuse('versionConflict', undefined, { current: known })
  const saved = save(known, content, { by: memberId, at: now })
  if (!saved.ok) return saved
  await updateAdvice(db, tenantId, saved.value)
  record({ entity: 'advice', id: known.id, version: known.version + 1, fields: Object.keys(content) })
  return accept({ ...saved.value, version: known.version + 1 })
}

export const saveAdvice = command({
  name: 'trajectories.saveAdvice',
  summary: 'Keeps the draft of an advice; only who writes it reads it',
  input: AdviceDraft,
  output: AdviceSaved,
  access: mayWriteAdvice,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/trajectories/{trajectoryId}/advice' },
  run: async context => {
    const kept = await keepDraft(context)
    return kept.ok ? accept(savedAdvice(kept.value)) : kept
  },
})
