import { accept, refuse } from '#kernel'
import { command } from '#platform'
import { mayWithdrawReferral } from '../access.ts'
import { undoWithdrawal as undo } from '../domain/decide-referral.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'
import { findOpenReferral } from './open-referral.ts'
import { openForAnswer } from './organisation-access.ts'

export const undoWithdrawal = command({
  name: 'trajectories.undoWithdrawal',
  summary: 'Sends a withdrawn referral again as it was',
  input: ReferralKey,
  output: ReferralSaved,
  access: mayWithdrawReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/withdrawal-undo' },
  run: async context => {
    const changed = await changeReferral(context, 'sender', '', undo)
    if (!changed.ok) return changed
    const newer = await findOpenReferral(context, changed.value)
    if (newer !== undefined) return refuse('alreadyDone', undefined, { referralId: newer.id })
    const { id: referralId, participantId, organisationId } = changed.value
    await openForAnswer(context, changed.value)
    context.publish({ name: 'ReferralSent', payload: { referralId, participantId, organisationId } })
    return accept(savedAs(changed.value))
  },
})
