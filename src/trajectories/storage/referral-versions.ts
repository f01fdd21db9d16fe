import type { ParticipantId, ReferralId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { ReferralVersion } from '../domain/referral-trace.ts'
import type { TrajectoriesTables } from './tables.ts'

export const insertReferralVersion = async (
  db: Db,
  tenantId: TenantId,
  of: { readonly referralId: ReferralId; readonly participantId: ParticipantId },
  entry: ReferralVersion,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('referral_version')
    .values({
      tenant_id: tenantId,
      referral_id: of.referralId,
      participant_id: of.participantId,
      version: entry.version,
      fields: JSON.stringify(entry.before),
      reason: entry.reason,
      replaced_at: entry.replacedAt,
      replaced_by: entry.replacedBy,
    })
    .execute()
}

const COLUMNS = ['version', 'fields', 'reason', 'replaced_at', 'replaced_by'] as const
const toVersion = (row: {
  readonly version: number
  readonly fields: unknown
  readonly reason: string
  readonly replaced_at: Date
  readonly replaced_by: string
}): ReferralVersion =>
  ReferralVersion.parse({
    version: row.version,
    before: row.fields,
    reason: row.reason,
    replacedAt: row.replaced_at,
    replacedBy: row.replaced_by,
  })

export const listReferralVersions = async (
  db: Db,
  tenantId: TenantId,
  referralId: ReferralId,
): Promise<readonly ReferralVersion[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('referral_version')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('referral_id', '=', referralId)
    .orderBy('version')
    .execute()
  return rows.map(toVersion)
}

/** Of all referrals of one person. */
export const listReferralVersionsOf = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly (ReferralVersion & { readonly referralId: string })[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('referral_version')
    .select([...COLUMNS, 'referral_id'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .orderBy('version')
    .execute()
  return rows.map(row => ({ ...toVersion(row), referralId: row.referral_id }))
}
