import { type Db, prepared } from '#platform'
import { Practical, type PracticalFields } from '../domain/practical.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = [
  'day_parts',
  'max_distance_km',
  'travel_mode',
  'dutch_level',
  'languages',
  'energy',
  'needs_childcare',
  'max_cost_cents',
  'remarks',
  'version',
] as const

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('practical')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId')),
)

export const findPractical = async (db: Db, scope: Scope): Promise<Practical | undefined> => {
  const [row] = await ofPerson(db, scope)
  if (row === undefined) return undefined
  return Practical.parse({
    dayParts: row.day_parts,
    maxDistanceKm: row.max_distance_km ?? undefined,
    travelMode: row.travel_mode ?? undefined,
    dutchLevel: row.dutch_level ?? undefined,
    languages: row.languages,
    energy: row.energy ?? undefined,
    needsChildcare: row.needs_childcare ?? undefined,
    maxCostCents: row.max_cost_cents ?? undefined,
    remarks: row.remarks ?? '',
    version: row.version,
  })
}

const values = (fields: PracticalFields) => ({
  day_parts: fields.dayParts,
  max_distance_km: fields.maxDistanceKm ?? null,
  travel_mode: fields.travelMode ?? null,
  dutch_level: fields.dutchLevel ?? null,
  languages: fields.languages,
  energy: fields.energy ?? null,
  needs_childcare: fields.needsChildcare ?? null,
  max_cost_cents: fields.maxCostCents ?? null,
  remarks: fields.remarks,
})

/** `version` 0 = nothing was written yet. Resolves to false when somebody else was first. */
export const savePractical = async (db: Db, scope: Scope, version: number, fields: PracticalFields): Promise<boolean> => {
  const tables = db.withTables<PlansTables>()
  const row =
    version === 0
      ? await tables
          .insertInto('practical')
          .values({ tenant_id: scope.tenantId, participant_id: scope.participantId, ...values(fields), version: 1 })
          .onConflict(conflict => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tables
          .updateTable('practical')
          .set({ ...values(fields), version: version + 1 })
          .where('tenant_id', '=', scope.tenantId)
          .where('participant_id', '=', scope.participantId)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  return row !== undefined
}
