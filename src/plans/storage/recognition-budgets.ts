import { sql } from 'kysely'
import type { RecognitionBudgetId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { RecognitionBudget } from '../domain/recognition-budget.ts'
import type { PlansTables } from './tables.ts'

const COLUMNS = ['id', 'year', 'organisation_id', 'amount_cents', 'spent_cents', 'version'] as const
type Row = Pick<PlansTables['recognition_budget'], (typeof COLUMNS)[number]>

const toBudget = (row: Row): RecognitionBudget =>
  RecognitionBudget.parse({
    id: row.id,
    year: row.year,
    organisationId: row.organisation_id ?? undefined,
    amountCents: row.amount_cents,
    spentCents: row.spent_cents,
    version: row.version,
  })

const ofTenant = prepared<{ tenantId: TenantId }>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('recognition_budget')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .orderBy('year', 'desc')
    .orderBy('organisation_id', order => order.asc().nullsFirst()),
)

/** Of all years, the newest first; the municipality's own before those of organisations. */
export const listBudgets = async (db: Db, tenantId: TenantId): Promise<readonly RecognitionBudget[]> =>
  (await ofTenant(db, { tenantId })).map(toBudget)

/** Resolves to false when there is one for this year and organisation already. */
export const insertBudget = async (db: Db, tenantId: TenantId, budget: RecognitionBudget): Promise<boolean> => {
  const row = await db
    .withTables<PlansTables>()
    .insertInto('recognition_budget')
    .values({
      tenant_id: tenantId,
      id: budget.id,
      year: budget.year,
      organisation_id: budget.organisationId ?? null,
      amount_cents: budget.amountCents,
      spent_cents: 0,
      version: 1,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const update = (db: Db, tenantId: TenantId, id: RecognitionBudgetId) =>
  db.withTables<PlansTables>().updateTable('recognition_budget').where('tenant_id', '=', tenantId).where('id', '=', id)

/** Resolves to false when somebody else changed it, or more than this was spent by now. */
export const saveAmount = async (
  db: Db,
  tenantId: TenantId,
  { id, version }: Pick<RecognitionBudget, 'id' | 'version'>,
  amountCents: number,
): Promise<boolean> => {
  const row = await update(db, tenantId, id)
    .set({ amount_cents: amountCents, version: version + 1 })
    .where('version', '=', version)
    .where('spent_cents', '<=', amountCents)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes it from what is left, and resolves to what is left then; to undefined, with nothing taken, when there is not enough. */
export const spend = async (db: Db, tenantId: TenantId, id: RecognitionBudgetId, cents: number): Promise<number | undefined> => {
  const row = await update(db, tenantId, id)
    .set({ spent_cents: sql<number>`spent_cents + ${cents}` })
    .where(sql<boolean>`spent_cents + ${cents} <= amount_cents`)
    .returning(['amount_cents', 'spent_cents'])
    .executeTakeFirst()
  return row === undefined ? undefined : row.amount_cents - row.spent_cents
}

export const giveBack = async (db: Db, tenantId: TenantId, id: string, cents: number): Promise<void> => {
  await update(db, tenantId, id as RecognitionBudgetId)
    .set({ spent_cents: sql<number>`spent_cents - ${cents}` })
    .execute()
}
