import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { PeopleTables } from './tables.ts'

/** False when somebody else in the municipality has this number. */
export const insertBsn = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  bsn: { readonly sealed: Buffer; readonly hash: Buffer },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .withTables<PeopleTables>()
    .insertInto('participant_bsn')
    .values({
      tenant_id: tenantId,
      participant_id: participantId,
      bsn_encrypted: bsn.sealed,
      bsn_hash: bsn.hash,
      version: 1,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'bsn_hash']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
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
