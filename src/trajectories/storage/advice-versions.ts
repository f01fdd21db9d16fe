import type { AdviceId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { AdviceVersion } from '../domain/advice-trace.ts'
import type { TrajectoriesTables } from './tables.ts'

export const insertAdviceVersion = async (
  db: Db,
  tenantId: TenantId,
  of: { readonly adviceId: AdviceId; readonly participantId: ParticipantId },
  entry: AdviceVersion,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('advice_version')
    .values({
      tenant_id: tenantId,
      advice_id: of.adviceId,
      participant_id: of.participantId,
      version: entry.version,
      fields: JSON.stringify(entry.before),
      reason: entry.reason,
      replaced_at: entry.replacedAt,
      replaced_by: entry.replacedBy,
    })
    .execute()
}

/** Newest first. */
export const listAdviceVersions = async (db: Db, tenantId: TenantId, adviceId: AdviceId): Promise<readonly AdviceVersion[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('advice_version')
    .select(['version', 'fields', 'reason', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', tenantId)
    .where('advice_id', '=', adviceId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row =>
    AdviceVersion.parse({
      version: row.version,
      before: row.fields,
      reason: row.reason,
      replacedAt: row.replaced_at,
      replacedBy: row.replaced_by,
    }),
  )
}

/** Why advices of this person were amended, by the version that was replaced. */
export const listAdviceReasons = (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly { readonly advice_id: string; readonly version: number; readonly reason: string }[]> =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('advice_version')
    .select(['advice_id', 'version', 'reason'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .orderBy('version')
    .execute()
