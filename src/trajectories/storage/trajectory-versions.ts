import type { ParticipantId, TenantId, TrajectoryId } from '#kernel'
import { type Db, prepared } from '#platform'
import { TrajectoryVersion } from '../domain/trajectory-trace.ts'
import type { TrajectoriesTables } from './tables.ts'

export interface VersionOf extends TrajectoryVersion {
  readonly trajectoryId: TrajectoryId
}

export const insertTrajectoryVersion = async (
  db: Db,
  tenantId: TenantId,
  of: { readonly trajectoryId: TrajectoryId; readonly participantId: ParticipantId },
  entry: TrajectoryVersion,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('trajectory_version')
    .values({
      tenant_id: tenantId,
      trajectory_id: of.trajectoryId,
      participant_id: of.participantId,
      version: entry.version,
      action: entry.action,
      fields: JSON.stringify(entry.before),
      reason: entry.reason,
      replaced_at: entry.replacedAt,
      replaced_by: entry.replacedBy,
    })
    .execute()
}

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('trajectory_version')
    .select(['trajectory_id', 'version', 'action', 'fields', 'reason', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('replaced_at')
    .orderBy('version'),
)

/** The trace of all trajectories of a participant, oldest first. */
export const listTrajectoryVersions = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly VersionOf[]> => {
  const rows = await ofPerson(db, { tenantId, participantId })
  return rows.map(row => ({
    ...TrajectoryVersion.parse({
      version: row.version,
      action: row.action,
      before: row.fields,
      reason: row.reason,
      replacedAt: row.replaced_at,
      replacedBy: row.replaced_by,
    }),
    trajectoryId: row.trajectory_id as TrajectoryId,
  }))
}
