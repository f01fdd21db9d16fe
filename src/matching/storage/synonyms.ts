import { sql } from 'kysely'
import type { TenantId } from '#kernel'
import type { Db } from '#platform'

type MatchingTables = {
  readonly synonym_set: { tenant_id: string; id: string; words: readonly string[] }
}

/** Changes whenever the list is replaced. */
export const synonymStamp = async (db: Db, tenantId: TenantId): Promise<string> => {
  const row = await db
    .withTables<MatchingTables>()
    .selectFrom('synonym_set')
    .select([sql<number>`count(*)`.as('count'), sql<string | null>`max(id::text)`.as('last')])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return `${row.count} ${row.last ?? ''}`
}

export const listSynonyms = async (db: Db, tenantId: TenantId): Promise<readonly (readonly string[])[]> => {
  const rows = await db
    .withTables<MatchingTables>()
    .selectFrom('synonym_set')
    .select('words')
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()
  return rows.map(({ words }) => words)
}

/** The list as a whole: what is no longer in it is gone. */
export const replaceSynonyms = async (
  db: Db,
  tenantId: TenantId,
  sets: readonly { readonly id: string; readonly words: readonly string[] }[],
): Promise<void> => {
  const tables = db.withTables<MatchingTables>()
  await tables.deleteFrom('synonym_set').where('tenant_id', '=', tenantId).execute()
  if (sets.length === 0) return
  await sql`insert into synonym_set (tenant_id, id, words)
    select ${tenantId}::uuid, id, words from jsonb_to_recordset(${JSON.stringify(sets)}::jsonb) as x (id uuid, words text[])`.execute(
    db,
  )
}
