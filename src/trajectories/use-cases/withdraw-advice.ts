import { accept, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteAdvice } from '../access.ts'
import { undoAdviceWithdrawal as undo, withdrawAdvice as withdraw } from '../domain/decide-advice.ts'
import { findOpenAdvice } from '../storage/advices.ts'
import { shareOwnWord } from '../storage/own-words.ts'
import { AdviceKey, AdviceSaved, changeAdvice, savedAdvice } from './change-advice.ts'

export const withdrawAdvice = command({
  name: 'trajectories.withdrawAdvice',
  summary: 'Withdraws an advice on which nothing was decided yet',
  input: AdviceKey.extend({ reason: freeText(1_000, 1) }),
  output: AdviceSaved,
  access: mayWriteAdvice,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/advices/{adviceId}/withdrawal' },
  run: async context => {
    const { db, tenantId, input, record, publish } = context
    const changed = await changeAdvice(context, advice => withdraw(advice, input.reason))
    if (!changed.ok) return changed
    const { after } = changed.value
    await shareOwnWord(db, tenantId, after, false)
    record({ entity: 'advice', id: after.id, version: after.version, fields: ['state', 'withdrawalReason'] })
    publish({ name: 'AdviceWithdrawn', payload: { adviceId: after.id, participantId: after.participantId } })
    return accept(savedAdvice(after))
  },
})

export const undoAdviceWithdrawal = command({
  name: 'trajectories.undoAdviceWithdrawal',
  summary: 'Takes the withdrawal of an advice back: it waits for an answer again',
  input: AdviceKey,
  output: AdviceSaved,
  access: mayWriteAdvice,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/advices/{adviceId}/withdrawal-undo' },
  run: async context => {
    const { db, tenantId, record, publish } = context
    const changed = await changeAdvice(context, async advice => {
      // Meanwhile a new one was begun: that one counts.
      const other = await findOpenAdvice(db, tenantId, advice)
      return other === undefined
        ? undo(advice)
        : refuse('notPossibleNow', undefined, { state: other.state, action: 'undoWithdrawal' })
    })
    if (!changed.ok) return changed
    const { after } = changed.value
    await shareOwnWord(db, tenantId, after, true)
    record({ entity: 'advice', id: after.id, version: after.version, fields: ['state'] })
    publish({ name: 'AdviceSent', payload: { adviceId: after.id, participantId: after.participantId } })
    return accept(savedAdvice(after))
  },
})
