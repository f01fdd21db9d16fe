import { accept, freeText } from '#kernel'
import { command } from '#platform'
import { mayWithdrawReferral } from '../access.ts'
import { withdraw } from '../domain/decide-referral.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'
import { closeForAnswer } from './organisation-access.ts'

export const withdrawReferral = command({
  name: 'trajectories.withdrawReferral',
  summary: 'Withdraws a referral that was not answered; the organisation no longer sees it',
  input: ReferralKey.extend({ reason: freeText(1000).default('') }),
  output: ReferralSaved,
  access: mayWithdrawReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/withdrawal' },
  run: async context => {
    const changed = await changeReferral(context, 'sender', context.input.reason, withdraw)
    if (!changed.ok) return changed
    const { id: referralId, participantId, organisationId } = changed.value
    await closeForAnswer(context, changed.value)
    context.publish({ name: 'ReferralWithdrawn', payload: { referralId, participantId, organisationId } })
    return accept(savedAs(changed.value))
  },
})
