import type { MembershipId, WishId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Wish } from '../domain/wish.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = ['id', 'kind', 'words', 'language', 'said_on', 'written_by', 'archived_at', 'version'] as const
type Row = Pick<PlansTables['wish'], (typeof COLUMNS)[number]>

const toWish = (row: Row): Wish =>
  Wish.parse({
    id: row.id,
    kind: row.kind,
    words: row.words,
    language: row.language,
    saidOn: row.said_on,
    writtenBy: row.written_by,
    archived: row.archived_at !== null,
    version: row.version,
  })

const table = (db: Db) => db.withTables<PlansTables>()

const ofPerson = prepared<Scope>()((db, param) =>
  table(db)
    .selectFrom('wish')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('id'),
)

export const listWishes = async (db: Db, scope: Scope): Promise<readonly Wish[]> => (await ofPerson(db, scope)).map(toWish)

export const findWish = async (db: Db, scope: Scope, id: WishId): Promise<Wish | undefined> => {
  const row = await table(db)
    .selectFrom('wish')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : toWish(row)
}

export const insertWish = async (db: Db, scope: Scope, wish: Omit<Wish, 'archived' | 'version'>): Promise<void> => {
  await table(db)
    .insertInto('wish')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: wish.id,
      kind: wish.kind,
      words: wish.words,
      language: wish.language,
      said_on: wish.saidOn,
      written_by: wish.writtenBy satisfies MembershipId,
      archived_at: null,
      version: 1,
    })
    .execute()
}

/** Resolves to false when somebody else changed it in the meantime. */
export const updateWish = async (
  db: Db,
  scope: Scope,
  id: WishId,
  version: number,
  change: Partial<Pick<Wish, 'words' | 'kind' | 'language'>> & { readonly archivedAt?: Date | null },
): Promise<boolean> => {
  const { archivedAt, ...fields } = change
  const row = await table(db)
    .updateTable('wish')
    .set({ ...fields, ...(archivedAt === undefined ? {} : { archived_at: archivedAt }), version: version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
