import { sql } from 'kysely'
import type { TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import type { TrajectoryType } from '../domain/trajectory-types.ts'
import { TypeSetting, type TypeSettings } from '../domain/type-settings.ts'
import type { TrajectoriesTables } from './tables.ts'

export interface KeptSetting extends TypeSetting {
  readonly version: number
}

const COLUMNS = [
  'type',
  'name_nl',
  'name_en',
  'new_name_early',
  'review_weeks',
  'longest_months',
  'access_weeks',
  'intake_organisation_id',
  'intake_until',
  'version',
] as const

const settings = prepared<{ tenantId: TenantId }>()((db, param) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('trajectory_type_setting')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId')),
)

export const listTypeSettings = async (db: Db, tenantId: TenantId): Promise<readonly KeptSetting[]> => {
  const rows = await settings(db, { tenantId })
  return rows.map(row => ({
    ...TypeSetting.parse({
      type: row.type,
      nameNl: row.name_nl ?? undefined,
      nameEn: row.name_en ?? undefined,
      newNameEarly: row.new_name_early,
      reviewWeeks: row.review_weeks ?? undefined,
      longestMonths: row.longest_months ?? undefined,
      accessWeeks: row.access_weeks ?? undefined,
      intakeOrganisationId: row.intake_organisation_id ?? undefined,
      intakeUntil: row.intake_until ?? undefined,
    }),
    version: row.version,
  }))
}

export const mapTypeSettings = async (db: Db, tenantId: TenantId): Promise<TypeSettings> =>
  new Map((await listTypeSettings(db, tenantId)).map(setting => [setting.type, setting]))

/** Whoever changes this kind's settings waits here for another who does. */
export const takeTurnFor = async (db: Db, tenantId: TenantId, type: TrajectoryType): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${type}/typeSetting`}, 0))`.execute(db)
}

/** Saves as this version: the first time as a new row. */
export const saveTypeSetting = async (db: Db, tenantId: TenantId, setting: TypeSetting, version: number): Promise<void> => {
  const columns = {
    name_nl: setting.nameNl ?? null,
    name_en: setting.nameEn ?? null,
    new_name_early: setting.newNameEarly,
    review_weeks: setting.reviewWeeks ?? null,
    longest_months: setting.longestMonths ?? null,
    access_weeks: setting.accessWeeks ?? null,
    intake_organisation_id: setting.intakeOrganisationId ?? null,
    intake_until: setting.intakeUntil ?? null,
    version,
  }
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('trajectory_type_setting')
    .values({ tenant_id: tenantId, type: setting.type, ...columns })
    .onConflict(conflict => conflict.columns(['tenant_id', 'type']).doUpdateSet(columns))
    .execute()
}
