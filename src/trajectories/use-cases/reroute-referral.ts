import { accept } from '#kernel'
import { command } from '#platform'
import { mayRerouteReferral } from '../access.ts'
import { reroute } from '../domain/decide-referral.ts'
import { ReferralSaved, savedAs } from './change-referral.ts'
import { routeReferral, Routing } from './route-referral.ts'

export const rerouteReferral = command({
  name: 'trajectories.rerouteReferral',
  summary: 'Sends a referral to another organisation instead; the trace stays, and the term to answer starts again',
  input: Routing,
  output: ReferralSaved,
  access: mayRerouteReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/rerouting' },
  run: async context => {
    const routed = await routeReferral(context, 'sender', reroute)
    if (!routed.ok) return routed
    const { id: referralId, participantId, organisationId } = routed.value.referral
    context.publish({ name: 'ReferralSent', payload: { referralId, participantId, organisationId } })
    return accept(savedAs(routed.value.referral))
  },
})
