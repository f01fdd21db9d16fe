import type { TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { TypeSetting, type TypeSettings } from '../domain/type-settings.ts'
import type { TrajectoriesTables } from './tables.ts'

interface KeptSetting extends TypeSetting {
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

const listTypeSettings = async (db: Db, tenantId: TenantId): Promise<readonly KeptSetting[]> => {
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
