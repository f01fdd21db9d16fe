import type { OrganisationId, ParticipantId } from '#kernel'
import type { CommandContext } from '#platform'
import { endAccess, giveAccess, REFERRAL_REACH } from '#sharing'
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
