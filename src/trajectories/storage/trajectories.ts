import { type Selectable, sql } from 'kysely'
import type { CalendarDay, MembershipId, ParticipantId, TenantId, TrajectoryId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Trajectory } from '../domain/trajectory.ts'
import type { TrajectoriesTables } from './tables.ts'

const COLUMNS = [
  'id',
  'participant_id',
  'referral_id',
  'type',
  'law',
  'state',
  'organisation_id',
  'coordinator_id',
  'started_on',
  'planned_end_on',
  'extended_from',
  'ended_on',
  'end_reason',
  'end_words',
  'voluntary',
  'phase',
  'phase_since',
  'paused_on',
  'pause_reason',
  'pause_words',
  'return_on',
  'resumes_to',
  'version',
] as const

const toTrajectory = (row: Omit<Selectable<TrajectoriesTables['trajectory']>, 'tenant_id'>): Trajectory =>
  Trajectory.parse({
    id: row.id,
    participantId: row.participant_id,
    referralId: row.referral_id ?? undefined,
    type: row.type,
    law: row.law,
    state: row.state,
    organisationId: row.organisation_id,
    coordinatorId: row.coordinator_id,
    startedOn: row.started_on,
    plannedEndOn: row.planned_end_on ?? undefined,
    extendedFrom: row.extended_from ?? undefined,
    endedOn: row.ended_on ?? undefined,
    endReason: row.end_reason ?? undefined,
    endWords: row.end_words ?? undefined,
    voluntary: row.voluntary,
    phase: row.phase ?? undefined,
    phaseSince: row.phase_since ?? undefined,
    pausedOn: row.paused_on ?? undefined,
    pauseReason: row.pause_reason ?? undefined,
    pauseWords: row.pause_words ?? undefined,
    returnOn: row.return_on ?? undefined,
    resumesTo: row.resumes_to ?? undefined,
    version: row.version,
  })

const columnsOf = (trajectory: Trajectory) => ({
  type: trajectory.type,
  law: trajectory.law,
  state: trajectory.state,
  organisation_id: trajectory.organisationId,
  coordinator_id: trajectory.coordinatorId,
  started_on: trajectory.startedOn,
  planned_end_on: trajectory.plannedEndOn ?? null,
  extended_from: trajectory.extendedFrom ?? null,
  ended_on: trajectory.endedOn ?? null,
  end_reason: trajectory.endReason ?? null,
  end_words: trajectory.endWords ?? null,
  voluntary: trajectory.voluntary,
  phase: trajectory.phase ?? null,
  phase_since: trajectory.phaseSince ?? null,
  paused_on: trajectory.pausedOn ?? null,
  pause_reason: trajectory.pauseReason ?? null,
  pause_words: trajectory.pauseWords ?? null,
  return_on: trajectory.returnOn ?? null,
  resumes_to: trajectory.resumesTo ?? null,
})

const trajectories = (db: Db) => db.withTables<TrajectoriesTables>().selectFrom('trajectory').select(COLUMNS)

export const insertTrajectory = async (db: Db, tenantId: TenantId, trajectory: Trajectory): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('trajectory')
    .values({
      tenant_id: tenantId,
      id: trajectory.id,
      participant_id: trajectory.participantId,
      referral_id: trajectory.referralId ?? null,
      version: trajectory.version,
      ...columnsOf(trajectory),
    })
    .execute()
}

type Key = { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId }

const theTrajectory = (db: Db, tenantId: TenantId, { participantId, trajectoryId }: Key) =>
  trajectories(db).where('tenant_id', '=', tenantId).where('participant_id', '=', participantId).where('id', '=', trajectoryId)

const orNone = (row: Parameters<typeof toTrajectory>[0] | undefined): Trajectory | undefined =>
  row === undefined ? undefined : toTrajectory(row)

export const findTrajectory = async (db: Db, tenantId: TenantId, key: Key): Promise<Trajectory | undefined> =>
  orNone(await theTrajectory(db, tenantId, key).executeTakeFirst())

/** For changing: nobody else changes it before this transaction ends. */
export const lockTrajectory = async (db: Db, tenantId: TenantId, key: Key): Promise<Trajectory | undefined> =>
  orNone(await theTrajectory(db, tenantId, key).forUpdate().executeTakeFirst())

const ofPeople = prepared<{ tenantId: TenantId; ids: readonly ParticipantId[] }>()((db, param) =>
  trajectories(db)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', sql<string>`any(${param('ids')}::uuid[])`)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc'),
)

/** Newest first. */
export const listTrajectories = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
): Promise<readonly Trajectory[]> => (ids.length === 0 ? [] : (await ofPeople(db, { tenantId, ids })).map(toTrajectory))

/** What a list needs of a running trajectory. */
export interface RunningTrajectory extends Readonly<Pick<Trajectory, 'id' | 'participantId' | 'type' | 'state' | 'startedOn'>> {
  readonly phase: string | null
  readonly resumesTo: string | null
  readonly returnOn: CalendarDay | null
}

const runningOf = prepared<{ tenantId: TenantId; coordinatorId: MembershipId }>()(
  (_db, param) => sql<RunningTrajectory>`
    select id, participant_id as "participantId", type, state, started_on as "startedOn", phase, resumes_to as "resumesTo",
      return_on as "returnOn"
    from trajectory
    where tenant_id = ${param('tenantId')} and coordinator_id = ${param('coordinatorId')} and state in ('intake', 'active', 'paused')
    order by started_on, id`,
)

export const listRunningOf = (db: Db, tenantId: TenantId, coordinatorId: MembershipId): Promise<readonly RunningTrajectory[]> =>
  runningOf(db, { tenantId, coordinatorId })

/** False when somebody else changed it since its version. */
export const updateTrajectory = async (db: Db, tenantId: TenantId, trajectory: Trajectory): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .updateTable('trajectory')
    .set({ ...columnsOf(trajectory), version: trajectory.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', trajectory.id)
    .where('version', '=', trajectory.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
