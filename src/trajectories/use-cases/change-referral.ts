import { z } from 'zod'
import { accept, type Decision, ParticipantId, ReferralId, refuse } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { Referral } from '../domain/referral.ts'
import type { Side } from '../domain/referral-actions.ts'
import { replacedIn } from '../domain/referral-trace.ts'
import { insertReferralVersion } from '../storage/referral-versions.ts'
import { lockReferral, updateReferral } from '../storage/referrals.ts'

/** Which referral, in whose dossier, and the version that was looked at. */
export const ReferralKey = z.object({
  participantId: ParticipantId,
  referralId: ReferralId,
  version: z.coerce.number().int().positive(),
})
export const ReferralSaved = z.object({ referralId: ReferralId, version: z.number() })
type ReferralSaved = z.infer<typeof ReferralSaved>

type Changing = CommandContext<z.infer<typeof ReferralKey>>

/** A grant opens the whole dossier's referrals; only the organisation that was asked may answer this one. */
export const isAsked = (actor: Changing['actor'], referral: Pick<Referral, 'organisationId'>): boolean =>
  actor.role === 'system' || actor.organisationId === referral.organisationId

/** Load and lock → decide → save → trace → record: the same for every change of a referral. */
export const changeReferral = async (
  context: Changing,
  side: Side,
  reason: string,
  decide: (referral: Referral) => Decision<Referral>,
): Promise<Decision<Referral>> => {
  const { db, tenantId, memberId, input, now, actor, record } = context
  const before = found(await lockReferral(db, tenantId, input), 'referral')
  if (side === 'receiver' && !isAsked(actor, before)) return refuse('notFound')
  if (before.version !== input.version) return refuse('versionConflict', undefined, { current: before })
  const decided = decide(before)
  if (!decided.ok) return decided
  const replaced = replacedIn(before, decided.value)
  await Promise.all([
    updateReferral(db, tenantId, decided.value),
    insertReferralVersion(
      db,
      tenantId,
      { referralId: before.id, participantId: before.participantId },
      { version: before.version, before: replaced, reason, replacedAt: now, replacedBy: memberId },
    ),
  ])
  const version = before.version + 1
  record({ entity: 'referral', id: before.id, version, fields: Object.keys(replaced), participantId: before.participantId })
  return accept({ ...decided.value, version })
}

export const savedAs = (referral: Referral): ReferralSaved => ({ referralId: referral.id, version: referral.version })
