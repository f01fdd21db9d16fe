import type { ReciprocityId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Reciprocity, type ReciprocityFields } from '../domain/reciprocity.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = ['id', 'words', 'language', 'hours_per_week', 'said_on', 'written_by', 'archived_at', 'version'] as const
type Row = Pick<PlansTables['reciprocity'], (typeof COLUMNS)[number]>

const toReciprocity = (row: Row): Reciprocity =>
  Reciprocity.parse({
    id: row.id,
    words: row.words,
    language: row.language,
    hoursPerWeek: row.hours_per_week ?? undefined,
    saidOn: row.said_on,
    writtenBy: row.written_by,
    archived: row.archived_at !== null,
    version: row.version,
  })

const table = (db: Db) => db.withTables<PlansTables>()

const ofPerson = prepared<Scope>()((db, param) =>
  table(db)
    .selectFrom('reciprocity')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('said_on')
    .orderBy('id'),
)

/** Oldest first. */
export const listReciprocity = async (db: Db, scope: Scope): Promise<readonly Reciprocity[]> =>
  (await ofPerson(db, scope)).map(toReciprocity)

export const findReciprocity = async (db: Db, scope: Scope, id: ReciprocityId): Promise<Reciprocity | undefined> => {
  const row = await table(db)
    .selectFrom('reciprocity')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : toReciprocity(row)
}

export const insertReciprocity = async (
  db: Db,
  scope: Scope,
  given: Omit<Reciprocity, 'archived' | 'version'>,
): Promise<void> => {
  await table(db)
    .insertInto('reciprocity')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: given.id,
      words: given.words,
      language: given.language,
      hours_per_week: given.hoursPerWeek ?? null,
      said_on: given.saidOn,
      written_by: given.writtenBy,
      archived_at: null,
      version: 1,
    })
    .execute()
}

/** Resolves to false when somebody else changed it in the meantime. */
export const saveReciprocity = async (
  db: Db,
  scope: Scope,
  id: ReciprocityId,
  version: number,
  change: ReciprocityFields | { readonly archivedAt: Date | null },
): Promise<boolean> => {
  const columns =
    'archivedAt' in change
      ? { archived_at: change.archivedAt }
      : { words: change.words, language: change.language, hours_per_week: change.hoursPerWeek ?? null }
  const row = await table(db)
    .updateTable('reciprocity')
    .set({ ...columns, version: version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
