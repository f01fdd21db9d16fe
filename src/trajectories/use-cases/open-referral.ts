import type { CommandContext } from '#platform'
import { OPEN_STATES, type Referral } from '../domain/referral.ts'
import { listReferrals } from '../storage/referrals.ts'

/**
 * Another referral of the same person that waits for the same organisation. There is one at a time: answering one closes
 * the dossier for the organisation, so a second could not be answered any more.
 */
export const findOpenReferral = async (
  { db, tenantId }: Pick<CommandContext<unknown>, 'db' | 'tenantId'>,
  { id, organisationId, participantId }: Referral,
): Promise<Referral | undefined> => {
  const filter = { states: OPEN_STATES, organisationId, participantIds: [participantId] }
  const open = await listReferrals(db, tenantId, filter, { limit: 2, offset: 0 })
  return open.find(referral => referral.id !== id)
}
