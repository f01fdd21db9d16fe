import type { CalendarDay, LifeAreaId, LifeAreaNoteId, ParticipantId, TenantId, TrajectoryId } from '#kernel'
import type { Db } from '#platform'
import type { LifeArea } from '../domain/life-area.ts'
import { type ChangeReason, reasonsOf } from '../domain/trajectory-trace.ts'
import { listNoteAreasWhileOpen } from '../storage/life-area-notes.ts'
import { listPastOpenings, listRunningOpenings } from '../storage/life-areas.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { listTrajectoryVersions } from '../storage/trajectory-versions.ts'

/** What a period or a text was about; why it was opened only while the area is open. */
export interface LifeAreaTold {
  readonly id: LifeAreaId | LifeAreaNoteId
  readonly entity: 'lifeArea' | 'lifeAreaNote'
  readonly area: LifeArea
  readonly reason?: string
}

/** For telling what happened; needs the slice lifeAreas. Of an area that is shut a reader learns that it was there, not why. */
export const readLifeAreasTold = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  today: CalendarDay,
): Promise<readonly LifeAreaTold[]> => {
  const scope = { tenantId, participantId }
  const [running, past, notes] = await Promise.all([
    listRunningOpenings(db, scope, today),
    listPastOpenings(db, scope, today),
    listNoteAreasWhileOpen(db, scope, today),
  ])
  return [
    ...running.map(({ id, area, reason }) => ({ id, area, reason, entity: 'lifeArea' as const })),
    ...past.map(({ id, area }) => ({ id, area, entity: 'lifeArea' as const })),
    ...notes.map(({ id, area }) => ({ id, area, entity: 'lifeAreaNote' as const })),
  ]
}

export interface TrajectoryReason extends ChangeReason {
  readonly trajectoryId: TrajectoryId
}

/** Why trajectories were paused, handed over, put right or ended, by the version that came of it; needs the slice trajectory. */
export const readTrajectoryReasons = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly TrajectoryReason[]> => {
  const [trajectories, versions] = await Promise.all([
    listTrajectories(db, tenantId, [participantId]),
    listTrajectoryVersions(db, tenantId, participantId),
  ])
  return trajectories.flatMap(trajectory =>
    reasonsOf(
      trajectory,
      versions.filter(({ trajectoryId }) => trajectoryId === trajectory.id),
    ).map(reason => ({ ...reason, trajectoryId: trajectory.id })),
  )
}
