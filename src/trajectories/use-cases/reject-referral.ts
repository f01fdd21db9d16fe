import { accept, freeText } from '#kernel'
import { command } from '#platform'
import { mayRejectReferral } from '../access.ts'
import { rejectReferral as reject } from '../domain/decide-referral.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'
import { closeForAnswer } from './organisation-access.ts'

export const rejectReferral = command({
  name: 'trajectories.rejectReferral',
  summary: 'Rejects a referral with a reason; the organisation no longer sees it',
  input: ReferralKey.extend({ rejectionReason: freeText(2000, 1) }),
  output: ReferralSaved,
  access: mayRejectReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/rejection' },
  run: async context => {
    const { input, memberId, now } = context
    const changed = await changeReferral(context, 'receiver', '', referral =>
      reject(referral, { by: memberId, at: now }, input.rejectionReason),
    )
    if (!changed.ok) return changed
    const { id: referralId, participantId, organisationId, sentBy } = changed.value
    await closeForAnswer(context, changed.value)
    context.publish({ name: 'ReferralRejected', payload: { referralId, participantId, organisationId, sentBy } })
    return accept(savedAs(changed.value))
  },
})
