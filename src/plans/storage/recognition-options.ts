import type { RecognitionOptionId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { RecognitionOption } from '../domain/recognition.ts'
import type { PlansTables } from './tables.ts'

const COLUMNS = ['id', 'kind', 'words', 'value_cents', 'counts_as', 'archived_at', 'version'] as const
type Row = Pick<PlansTables['recognition_option'], (typeof COLUMNS)[number]>

const toOption = (row: Row): RecognitionOption =>
  RecognitionOption.parse({
    id: row.id,
    kind: row.kind,
    words: row.words,
    valueCents: row.value_cents ?? undefined,
    countsAs: row.counts_as,
    archived: row.archived_at !== null,
    version: row.version,
  })

const ofTenant = prepared<{ tenantId: TenantId }>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('recognition_option')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .orderBy('value_cents', order => order.asc().nullsFirst())
    .orderBy('words')
    .orderBy('id'),
)

/** The whole list, also what was put away. */
export const listOptions = async (db: Db, tenantId: TenantId): Promise<readonly RecognitionOption[]> =>
  (await ofTenant(db, { tenantId })).map(toOption)

const columnsOf = (option: Pick<RecognitionOption, 'kind' | 'words' | 'valueCents' | 'countsAs'>) => ({
  kind: option.kind,
  words: option.words,
  value_cents: option.valueCents ?? null,
  counts_as: option.countsAs,
})

export const insertOption = async (db: Db, tenantId: TenantId, option: RecognitionOption): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('recognition_option')
    .values({ tenant_id: tenantId, id: option.id, ...columnsOf(option), archived_at: null, version: 1 })
    .execute()
}

/** Resolves to false when somebody else changed it in the meantime. */
export const saveOption = async (
  db: Db,
  tenantId: TenantId,
  id: RecognitionOptionId,
  version: number,
  change: Pick<RecognitionOption, 'kind' | 'words' | 'valueCents' | 'countsAs'> | { readonly archivedAt: Date | null },
): Promise<boolean> => {
  const row = await db
    .withTables<PlansTables>()
    .updateTable('recognition_option')
    .set({ ...('archivedAt' in change ? { archived_at: change.archivedAt } : columnsOf(change)), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
