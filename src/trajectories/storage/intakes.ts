import type { Selectable } from 'kysely'
import type { CalendarDay, MembershipId, ParticipantId, TenantId, TrajectoryId } from '#kernel'
import type { Db } from '#platform'
import { Intake, IntakeReading } from '../domain/intake.ts'
import type { Scope, TrajectoriesTables } from './tables.ts'

const COLUMNS = [
  'trajectory_id',
  'participant_id',
  'wish',
  'wish_language',
  'stability',
  'stability_words',
  'obstacles',
  'state',
  'support',
  'support_by',
  'look_again_on',
  'version',
] as const

const toIntake = (row: Omit<Selectable<TrajectoriesTables['intake']>, 'tenant_id'>): Intake =>
  Intake.parse({
    trajectoryId: row.trajectory_id,
    participantId: row.participant_id,
    wish: row.wish,
    wishLanguage: row.wish_language,
    stability: row.stability,
    stabilityWords: row.stability_words,
    obstacles: row.obstacles,
    state: row.state,
    ...(row.state === 'supportFirst' ? { support: row.support, supportBy: row.support_by, lookAgainOn: row.look_again_on } : {}),
    version: row.version,
  })

const columnsOf = (reading: IntakeReading) => ({
  wish: reading.wish,
  wish_language: reading.wishLanguage,
  stability: JSON.stringify(reading.stability),
  stability_words: reading.stabilityWords,
  obstacles: reading.obstacles,
  state: reading.state,
  support: reading.state === 'supportFirst' ? reading.support : '',
  support_by: reading.state === 'supportFirst' ? reading.supportBy : '',
  look_again_on: reading.state === 'supportFirst' ? reading.lookAgainOn : null,
})

const intakes = (db: Db) => db.withTables<TrajectoriesTables>().selectFrom('intake').select(COLUMNS)

export const findIntake = async (db: Db, scope: Scope, trajectoryId: TrajectoryId): Promise<Intake | undefined> => {
  const row = await intakes(db)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()
  return row === undefined ? undefined : toIntake(row)
}

/** For changing: nobody else changes it before this transaction ends. */
export const lockIntake = async (db: Db, scope: Scope, trajectoryId: TrajectoryId): Promise<Intake | undefined> => {
  const row = await intakes(db)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('trajectory_id', '=', trajectoryId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : toIntake(row)
}

/** False when somebody else wrote the first one meanwhile. */
export const insertIntake = async (
  db: Db,
  scope: Scope,
  trajectoryId: TrajectoryId,
  reading: IntakeReading,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .insertInto('intake')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      trajectory_id: trajectoryId,
      ...columnsOf(reading),
      version: 1,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves as the next version. */
export const updateIntake = async (
  db: Db,
  scope: Scope,
  { trajectoryId, version }: Pick<Intake, 'trajectoryId' | 'version'>,
  reading: IntakeReading,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('intake')
    .set({ ...columnsOf(reading), version: version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('trajectory_id', '=', trajectoryId)
    .execute()
}

/** How it read before a change, under the version that was replaced; 0 = before anything was written. */
export interface IntakeVersion {
  readonly version: number
  readonly reading: IntakeReading
  readonly replacedAt: Date
  readonly replacedBy: MembershipId
}

export const insertIntakeVersion = async (
  db: Db,
  scope: Scope,
  trajectoryId: TrajectoryId,
  entry: IntakeVersion,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('intake_version')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      trajectory_id: trajectoryId,
      version: entry.version,
      fields: JSON.stringify(entry.reading),
      replaced_at: entry.replacedAt,
      replaced_by: entry.replacedBy,
    })
    .execute()
}

/** Newest first. */
export const listIntakeVersions = async (db: Db, scope: Scope, trajectoryId: TrajectoryId): Promise<readonly IntakeVersion[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('intake_version')
    .select(['version', 'fields', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    version: row.version,
    reading: IntakeReading.parse(row.fields),
    replacedAt: row.replaced_at,
    replacedBy: row.replaced_by as MembershipId,
  }))
}

export interface LookAgain {
  readonly participantId: ParticipantId
  readonly lookAgainOn: CalendarDay
}

/** Support came first, and the day to look again has come, in running trajectories that this member coordinates. */
export const listLookAgain = async (
  db: Db,
  tenantId: TenantId,
  coordinatorId: MembershipId,
  until: CalendarDay,
): Promise<readonly LookAgain[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('intake')
    .innerJoin('trajectory as t', join =>
      join.onRef('t.tenant_id', '=', 'intake.tenant_id').onRef('t.id', '=', 'intake.trajectory_id'),
    )
    .select(['intake.participant_id', 'intake.look_again_on'])
    .where('intake.tenant_id', '=', tenantId)
    .where('intake.state', '=', 'supportFirst')
    .where('intake.look_again_on', '<=', until)
    .where('t.coordinator_id', '=', coordinatorId)
    .where('t.state', '!=', 'ended')
    .orderBy('intake.look_again_on')
    .orderBy('intake.participant_id')
    .execute()
  return rows.map(row => ({
    participantId: row.participant_id as ParticipantId,
    lookAgainOn: row.look_again_on as CalendarDay,
  }))
}
