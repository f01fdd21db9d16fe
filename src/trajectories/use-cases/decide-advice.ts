import { accept, freeText, ReferralId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayDecideAdvice } from '../access.ts'
import { MunicipalDecision } from '../domain/advice.ts'
import { decideAdvice as decide } from '../domain/decide-advice.ts'
import { findAdvice, lockAdvice, saveDecision } from '../storage/advices.ts'
import { findTrajectory } from '../storage/trajectories.ts'
import { carryOutAdvice } from './carry-out-advice.ts'
import { AdviceKey, AdviceSaved, savedAdvice } from './change-advice.ts'

export const decideAdvice = command({
  name: 'trajectories.decideAdvice',
  summary:
    'The municipality agrees with an advice, and what follows is done at once (longer, ended, or referred onward); or it decides otherwise and says why',
  input: AdviceKey.extend({ decision: MunicipalDecision, words: freeText(4_000).default('') }),
  output: AdviceSaved.extend({ referralId: ReferralId.optional() }),
  access: mayDecideAdvice,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/advices/{adviceId}/decision' },
  run: async context => {
    const { db, tenantId, memberId, input, now, record, publish } = context
    // What does not wait for the municipality cannot be locked by it; it is read, to say why nothing can be decided.
    const advice = found((await lockAdvice(db, tenantId, input)) ?? (await findAdvice(db, tenantId, input)), 'advice')
    const decided = decide(advice, input, { by: memberId, at: now })
    if (!decided.ok) return decided
    if (advice.version !== input.version) return refuse('versionConflict', undefined, { current: advice })
    const { participantId, trajectoryId } = advice
    const trajectory = found(await findTrajectory(db, tenantId, { participantId, trajectoryId }), 'trajectory')
    const done = input.decision === 'agreed' ? await carryOutAdvice(context, advice, trajectory) : accept({})
    if (!done.ok) return done
    await saveDecision(db, tenantId, decided.value)
    record({ entity: 'advice', id: advice.id, version: advice.version + 1, fields: ['decision', 'decisionWords'] })
    publish({ name: 'AdviceDecided', payload: { adviceId: advice.id, participantId, decision: input.decision } })
    return accept({ ...savedAdvice({ ...decided.value, version: advice.version + 1 }), ...done.value })
  },
})
