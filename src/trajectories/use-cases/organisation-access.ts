import type { OrganisationId, ParticipantId } from '#kernel'
import type { CommandContext } from '#platform'
import { COLLEAGUE_REACH, COORDINATOR_REACH, endAccess, giveAccess, REFERRAL_REACH } from '#sharing'
import { legalBasisOf } from '../domain/laws.ts'
import type { Referral } from '../domain/referral.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'memberId' | 'now' | 'today' | 'newId' | 'record'>

/** The organisation may answer: enough to answer with, nothing of a plan. */
export const openForAnswer = (context: Writing, referral: Referral): Promise<void> =>
  giveAccess(context, {
    participantId: referral.participantId,
    grantee: { organisationId: referral.organisationId },
    ground: 'referral',
    reach: REFERRAL_REACH,
    legalBasis: legalBasisOf(referral.law),
    purpose: 'answerReferral',
  })

export const closeForAnswer = (
  context: Writing,
  { participantId, organisationId }: { readonly participantId: ParticipantId; readonly organisationId: OrganisationId },
): Promise<void> => endAccess(context, { participantId, organisationId, ground: 'referral' })

/** The member coordinates; colleagues see that somebody is known and who coordinates. */
export const openForCoordination = async (context: Writing, referral: Referral): Promise<void> => {
  const grant = {
    participantId: referral.participantId,
    ground: 'trajectory',
    legalBasis: legalBasisOf(referral.law),
  } as const
  await giveAccess(context, {
    ...grant,
    grantee: { membershipId: context.memberId },
    reach: COORDINATOR_REACH,
    purpose: 'coordinate',
  })
  await giveAccess(context, {
    ...grant,
    grantee: { organisationId: referral.organisationId },
    reach: COLLEAGUE_REACH,
    purpose: 'knownAtOrganisation',
  })
}
