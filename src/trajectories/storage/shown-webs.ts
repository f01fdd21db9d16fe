import type { ParticipantId, ReviewId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { ShownWeb } from '../domain/shown-web.ts'
import type { TrajectoriesTables } from './tables.ts'

const COLUMNS = ['review_id', 'shows', 'chosen_as', 'chosen_by', 'chosen_at', 'version'] as const
interface Key {
  readonly participantId: ParticipantId
  readonly reviewId: ReviewId
}

export const findShownWeb = async (db: Db, tenantId: TenantId, key: Key): Promise<ShownWeb | undefined> => {
  const row = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('review_web')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', key.participantId)
    .where('review_id', '=', key.reviewId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { review_id: reviewId, chosen_as: chosenAs, chosen_by: chosenBy, chosen_at: chosenAt, shows, version } = row
  return ShownWeb.parse({ reviewId, shows, chosenAs, chosenBy, chosenAt, version })
}

/** False when another chose in the meantime. */
export const saveShownWeb = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  chosen: ShownWeb,
): Promise<boolean> => {
  const values = {
    shows: chosen.shows,
    chosen_as: chosen.chosenAs,
    chosen_by: chosen.chosenBy,
    chosen_at: chosen.chosenAt,
    version: chosen.version,
  }
  const table = db.withTables<TrajectoriesTables>()
  if (chosen.version > 1) {
    const { numUpdatedRows } = await table
      .updateTable('review_web')
      .set(values)
      .where('tenant_id', '=', tenantId)
      .where('participant_id', '=', participantId)
      .where('review_id', '=', chosen.reviewId)
      .where('version', '=', chosen.version - 1)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  const { numInsertedOrUpdatedRows } = await table
    .insertInto('review_web')
    .values({ tenant_id: tenantId, participant_id: participantId, review_id: chosen.reviewId, ...values })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
