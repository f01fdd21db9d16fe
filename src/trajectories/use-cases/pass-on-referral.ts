import { accept } from '#kernel'
import { command } from '#platform'
import { mayPassOnReferral } from '../access.ts'
import { passOn } from '../domain/decide-referral.ts'
import { ReferralSaved, savedAs } from './change-referral.ts'
import { routeReferral, Routing } from './route-referral.ts'

export const passOnReferral = command({
  name: 'trajectories.passOnReferral',
  summary: 'After an intake, passes a referral on to the organisation that will guide; the municipality hears of it',
  input: Routing,
  output: ReferralSaved,
  access: mayPassOnReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/passing-on' },
  run: async context => {
    const routed = await routeReferral(context, 'receiver', passOn)
    if (!routed.ok) return routed
    const { id: referralId, participantId, organisationId, sentBy } = routed.value.referral
    context.publish({ name: 'ReferralSent', payload: { referralId, participantId, organisationId } })
    context.publish({ name: 'ReferralPassedOn', payload: { referralId, participantId, organisationId, sentBy } })
    return accept(savedAs(routed.value.referral))
  },
})
