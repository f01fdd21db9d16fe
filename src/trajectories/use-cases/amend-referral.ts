import { accept, CalendarDay, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayAmendReferral } from '../access.ts'
import { amend } from '../domain/decide-referral.ts'
import { isReferralLaw } from '../domain/laws.ts'
import { ReferralContent } from '../domain/referral.ts'
import { findTrajectory } from '../storage/trajectories.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'

export const amendReferral = command({
  name: 'trajectories.amendReferral',
  summary: 'Amends a referral after sending, with a reason; the earlier text stays readable',
  input: ReferralKey.extend(ReferralContent.shape).extend({ amendmentReason: freeText(1000, 1) }),
  output: ReferralSaved.extend({
    /** The trajectory that came of it had ended by then: the words stand with the referral, and change nothing there. */
    trajectoryEndedOn: CalendarDay.optional(),
  }),
  access: mayAmendReferral,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/referrals/{referralId}' },
  run: async context => {
    const { db, tenantId, input } = context
    const changed = await changeReferral(context, 'sender', input.amendmentReason, referral =>
      input.law !== referral.law && !isReferralLaw(input.law)
        ? refuse('invalidInput', 'law', { reason: 'choice' })
        : amend(referral, ReferralContent.parse(input)),
    )
    if (!changed.ok) return changed
    const { participantId, trajectoryId } = changed.value
    const trajectory =
      trajectoryId === undefined ? undefined : await findTrajectory(db, tenantId, { participantId, trajectoryId })
    return accept({ ...savedAs(changed.value), trajectoryEndedOn: trajectory?.endedOn })
  },
})
