import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Scope } from './tables.ts'

/** Whoever arranges work for this person waits here for another who does: no two fill the same morning. */
export const takeWorkTurn = async (db: Db, { tenantId, participantId }: Scope): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${participantId}/work`}, 0))`.execute(db)
}
