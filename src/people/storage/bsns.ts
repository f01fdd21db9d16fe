import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { PeopleTables } from './tables.ts'

export const insertBsn = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  bsn: { readonly sealed: Buffer; readonly hash: Buffer },
): Promise<void> => {
  await db
    .withTables<PeopleTables>()
    .insertInto('participant_bsn')
    .values({
      tenant_id: tenantId,
      participant_id: participantId,
      bsn_encrypted: bsn.sealed,
      bsn_hash: bsn.hash,
      version: 1,
    })
    .execute()
}

export const findSealedBsn = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Buffer | undefined> => {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('participant_bsn')
    .select('bsn_encrypted')
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
  return row?.bsn_encrypted
}

export const findByBsnHash = async (db: Db, tenantId: TenantId, hash: Buffer): Promise<string | undefined> => {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('participant_bsn')
    .select('participant_id')
    .where('tenant_id', '=', tenantId)
    .where('bsn_hash', '=', hash)
    .executeTakeFirst()
  return row?.participant_id
}
