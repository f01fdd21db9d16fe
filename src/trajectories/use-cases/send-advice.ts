import { accept, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteAdvice } from '../access.ts'
import { AdviceContent } from '../domain/advice.ts'
import { sendAdvice as send } from '../domain/decide-advice.ts'
import { findOpenAdvice, takeAdviceTurn, updateAdvice } from '../storage/advices.ts'
import { shareOwnWord } from '../storage/own-words.ts'
import { AdviceSaved, isWorkCompany, savedAdvice } from './change-advice.ts'
import { getOwnTrajectory } from './own-trajectory.ts'
import { AdviceDraft, keepDraft } from './save-advice.ts'

export const sendAdvice = command({
  name: 'trajectories.sendAdvice',
  summary: 'Sends the advice as it is on the screen to the municipality, with the own word of the person',
  input: AdviceDraft,
  output: AdviceSaved,
  access: mayWriteAdvice,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/advice/sent' },
  run: async context => {
    const { db, tenantId, memberId, input, now, today, record, publish } = context
    const { participantId, trajectoryId } = input
    await takeAdviceTurn(db, tenantId, participantId)
    const [open, trajectory] = await Promise.all([findOpenAdvice(db, tenantId, input), getOwnTrajectory(context, input)])
    if (open?.state === 'sent') return refuse('alreadyDone', undefined, { state: open.state })
    const kept = await keepDraft(context)
    if (!kept.ok) return kept
    const sent = send(kept.value, AdviceContent.parse(input), { by: memberId, at: now }, trajectory, today)
    if (!sent.ok) return sent
    if (!(await isWorkCompany(context, sent.value.organisationId)))
      return refuse('invalidInput', 'organisationId', { reason: 'choice' })
    await updateAdvice(db, tenantId, sent.value)
    await shareOwnWord(db, tenantId, { participantId, trajectoryId }, true)
    const after = { ...sent.value, version: sent.value.version + 1 }
    record({ entity: 'advice', id: after.id, version: after.version, fields: ['state'] })
    publish({ name: 'AdviceSent', payload: { adviceId: after.id, participantId, trajectoryId } })
    return accept(savedAdvice(after))
  },
})
