import { accept, freeText } from '#kernel'
import { command } from '#platform'
import { mayAmendReferral } from '../access.ts'
import { answerQuestion as answer } from '../domain/decide-referral.ts'
import { addWorkingDays, DAYS_TO_ANSWER } from '../domain/working-days.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'

export const answerQuestion = command({
  name: 'trajectories.answerQuestion',
  summary: "Answers the organisation's question about a referral",
  input: ReferralKey.extend({ answer: freeText(2000, 1) }),
  output: ReferralSaved,
  access: mayAmendReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/question-answer' },
  run: async context => {
    const answerBy = addWorkingDays(context.today, DAYS_TO_ANSWER)
    const changed = await changeReferral(context, 'sender', '', referral => answer(referral, context.input.answer, answerBy))
    if (!changed.ok) return changed
    const { id: referralId, participantId, organisationId } = changed.value
    context.publish({ name: 'ReferralQuestionAnswered', payload: { referralId, participantId, organisationId } })
    return accept(savedAs(changed.value))
  },
})
