import { z } from 'zod'
import { MembershipId } from '#kernel'
import type { Referral } from './referral.ts'
import { replaced, tellChanges, type TracedChange } from './trace.ts'

export const TRACED = [
  'state',
  'organisationId',
  'viaOrganisationId',
  'trajectoryType',
  'law',
  'reason',
  'wish',
  'wishLanguage',
  'voluntary',
  'question',
  'questionAnswer',
  'rejectionReason',
] as const
export type TracedField = (typeof TRACED)[number]

const Text = z.union([z.string(), z.boolean()]).nullable()
/** What stood before one change: only the fields that changed; null = nothing stood there. */
export const Before = z.partialRecord(z.enum(TRACED), Text)
export type Before = z.infer<typeof Before>

/** A version that was replaced: what stood there, by whom, when and why it was changed. */
export const ReferralVersion = z.object({
  version: z.int().positive(),
  before: Before,
  reason: z.string(),
  replacedAt: z.date(),
  replacedBy: MembershipId,
})
export type ReferralVersion = z.infer<typeof ReferralVersion>

/** Of the fields that differ, what stood before. */
export const replacedIn = (before: Referral, after: Referral): Before => replaced(TRACED, before, after)

/** Every change, newest first, with what stood before and what came in its place. */
export const tellTrace = (
  referral: Referral,
  versions: readonly ReferralVersion[],
): readonly (ReferralVersion & { readonly changes: readonly TracedChange<TracedField>[] })[] =>
  tellChanges(TRACED, referral, versions)

/** Why a referral was changed, by the version that came of it. An organisation reads what was said since it has the referral, and why it came there. */
export const reasonsForReceiver = (
  referral: Referral,
  versions: readonly ReferralVersion[],
): readonly { readonly version: number; readonly words: string }[] => {
  const told = tellTrace(referral, versions)
  const routedAt = told.findIndex(entry => entry.changes.some(change => change.field === 'organisationId'))
  return (routedAt === -1 ? told : told.slice(0, routedAt + 1))
    .filter(({ reason }) => reason !== '')
    .map(({ version, reason }) => ({ version: version + 1, words: reason }))
}
