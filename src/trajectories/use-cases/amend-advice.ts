import { accept, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteAdvice } from '../access.ts'
import { AdviceContent } from '../domain/advice.ts'
import { replacedInAdvice } from '../domain/advice-trace.ts'
import { amendAdvice as amend } from '../domain/decide-advice.ts'
import { insertAdviceVersion } from '../storage/advice-versions.ts'
import { AdviceKey, AdviceSaved, changeAdvice, isWorkCompany, savedAdvice } from './change-advice.ts'

export const amendAdvice = command({
  name: 'trajectories.amendAdvice',
  summary: 'Amends an advice that was sent, with a reason; what stood there stays readable',
  input: AdviceKey.extend({ ...AdviceContent.shape, reason: freeText(1_000, 1) }),
  output: AdviceSaved,
  access: mayWriteAdvice,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/advices/{adviceId}' },
  run: async context => {
    const { db, tenantId, memberId, input, now, today, record } = context
    if (!(await isWorkCompany(context, input.organisationId)))
      return refuse('invalidInput', 'organisationId', { reason: 'choice' })
    const changed = await changeAdvice(context, (advice, trajectory) =>
      amend(advice, AdviceContent.parse(input), { by: memberId, at: now }, trajectory, today),
    )
    if (!changed.ok) return changed
    const { before, after } = changed.value
    const replaced = replacedInAdvice(before, after)
    await insertAdviceVersion(
      db,
      tenantId,
      { adviceId: before.id, participantId: before.participantId },
      { version: before.version, before: replaced, reason: input.reason, replacedAt: now, replacedBy: memberId },
    )
    record({ entity: 'advice', id: after.id, version: after.version, fields: Object.keys(replaced) })
    return accept(savedAdvice(after))
  },
})
