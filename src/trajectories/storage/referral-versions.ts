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

export const listReferralVersions = async (
  db: Db,
  tenantId: TenantId,
  referralId: ReferralId,
): Promise<readonly ReferralVersion[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('referral_version')
    .select(['version', 'fields', 'reason', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', tenantId)
    .where('referral_id', '=', referralId)
    .orderBy('version')
    .execute()
  return rows.map(row =>
    ReferralVersion.parse({
      version: row.version,
      before: row.fields,
      reason: row.reason,
      replacedAt: row.replaced_at,
      replacedBy: row.replaced_by,
    }),
  )
}
