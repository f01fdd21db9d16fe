import { accept, freeText } from '#kernel'
import { command } from '#platform'
import { mayAskBack } from '../access.ts'
import { askBack as ask } from '../domain/decide-referral.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'

export const askBack = command({
  name: 'trajectories.askBack',
  summary: 'Asks the municipality about a referral before answering it',
  input: ReferralKey.extend({ question: freeText(2000, 1) }),
  output: ReferralSaved,
  access: mayAskBack,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/question' },
  run: async context => {
    const changed = await changeReferral(context, 'receiver', '', referral => ask(referral, context.input.question))
    if (!changed.ok) return changed
    const { id: referralId, participantId, organisationId, sentBy } = changed.value
    context.publish({ name: 'ReferralQuestioned', payload: { referralId, participantId, organisationId, sentBy } })
    return accept(savedAs(changed.value))
  },
})
