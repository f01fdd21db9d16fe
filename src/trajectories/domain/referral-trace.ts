import { z } from 'zod'
import { MembershipId } from '#kernel'
import { Referral } from './referral.ts'

export const TRACED = [
  'state',
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

const valueOf = (referral: Referral, field: TracedField): string | boolean | null => referral[field] ?? null

/** Of the fields that differ, what stood before. */
export const replacedIn = (before: Referral, after: Referral): Before =>
  Object.fromEntries(
    TRACED.filter(field => valueOf(before, field) !== valueOf(after, field)).map(field => [field, valueOf(before, field)]),
  )

export interface TracedChange {
  readonly field: TracedField
  readonly was: string | boolean | null
  readonly became: string | boolean | null
}

/** Every change, newest first, with what stood before and what came in its place. */
export const tellTrace = (
  referral: Referral,
  versions: readonly ReferralVersion[],
): readonly (ReferralVersion & { readonly changes: readonly TracedChange[] })[] => {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  return newestFirst.map((entry, i) => ({
    ...entry,
    changes: TRACED.filter(field => entry.before[field] !== undefined).map(field => {
      const later = newestFirst.slice(0, i).findLast(candidate => candidate.before[field] !== undefined)
      return {
        field,
        was: entry.before[field] ?? null,
        became: later === undefined ? valueOf(referral, field) : (later.before[field] ?? null),
      }
    }),
  }))
}
