import { accept, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayAmendReferral } from '../access.ts'
import { amend } from '../domain/decide-referral.ts'
import { isReferralLaw } from '../domain/laws.ts'
import { ReferralContent } from '../domain/referral.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'

export const amendReferral = command({
  name: 'trajectories.amendReferral',
  summary: 'Amends a referral after sending, with a reason; the earlier text stays readable',
  input: ReferralKey.extend(ReferralContent.shape).extend({ amendmentReason: freeText(1000, 1) }),
  output: ReferralSaved,
  access: mayAmendReferral,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/referrals/{referralId}' },
  run: async context => {
    const { input } = context
    const changed = await changeReferral(context, 'sender', input.amendmentReason, referral =>
      input.law !== referral.law && !isReferralLaw(input.law)
        ? refuse('invalidInput', 'law', { reason: 'choice' })
        : amend(referral, ReferralContent.parse(input)),
    )
    return changed.ok ? accept(savedAs(changed.value)) : changed
  },
})
