import { z } from 'zod'
import { ParticipantId, ReferralId } from '#kernel'
import { found, query } from '#platform'
import { mayReadReferrals } from '../access.ts'
import { findReferral } from '../storage/referrals.ts'

/** From an address with only the referral to the dossier, so that reading it can be written down in that dossier. */
export const locateReferral = query({
  name: 'trajectories.locateReferral',
  summary: 'In which dossier a referral stands',
  input: z.object({ referralId: ReferralId }),
  output: z.object({ participantId: ParticipantId }),
  access: mayReadReferrals,
  personal: false,
  run: async ({ db, tenantId, input }) => {
    const referral = found(await findReferral(db, tenantId, input), 'referral')
    return { participantId: referral.participantId }
  },
})
