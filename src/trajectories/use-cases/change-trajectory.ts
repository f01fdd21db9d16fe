import { z } from 'zod'
import { accept, type Decision, ParticipantId, refuse, TrajectoryId } from '#kernel'
import type { CommandContext } from '#platform'
import { type Trajectory, withoutPrivate } from '../domain/trajectory.ts'
import type { TrajectoryAction } from '../domain/trajectory-actions.ts'
import { replacedInTrajectory } from '../domain/trajectory-trace.ts'
import { findTrajectory, updateTrajectory } from '../storage/trajectories.ts'
import { insertTrajectoryVersion } from '../storage/trajectory-versions.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** Which trajectory, in whose dossier, and the version that was looked at. */
export const TrajectoryKey = z.object({
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  version: z.coerce.number().int().positive(),
})
export const TrajectorySaved = z.object({ trajectoryId: TrajectoryId, participantId: ParticipantId, version: z.number() })
type TrajectorySaved = z.infer<typeof TrajectorySaved>

export interface ChangedTrajectory {
  readonly before: Trajectory
  /** As it is saved: with its new version. */
  readonly after: Trajectory
}

/** Load → decide → save → trace → record: the same for every change of a trajectory. */
export const changeTrajectory = async (
  context: CommandContext<z.infer<typeof TrajectoryKey>>,
  change: { readonly action: TrajectoryAction; readonly reason?: string },
  decide: (trajectory: Trajectory) => Decision<Trajectory> | Promise<Decision<Trajectory>>,
): Promise<Decision<ChangedTrajectory>> => {
  const { db, tenantId, memberId, input, now, record } = context
  const before = await getOwnTrajectory(context, input)
  const conflict = (current: Trajectory) =>
    refuse('versionConflict', undefined, { current: current.coordinatorId === memberId ? current : withoutPrivate(current) })
  if (before.version !== input.version) return conflict(before)
  const decided = await decide(before)
  if (!decided.ok) return decided
  if (!(await updateTrajectory(db, tenantId, decided.value)))
    return conflict((await findTrajectory(db, tenantId, input)) ?? before)
  const replaced = replacedInTrajectory(before, decided.value)
  const { id: trajectoryId, participantId, version } = before
  await insertTrajectoryVersion(
    db,
    tenantId,
    { trajectoryId, participantId },
    {
      version,
      action: change.action,
      before: replaced,
      reason: change.reason ?? '',
      replacedAt: now,
      replacedBy: memberId,
    },
  )
  record({ entity: 'trajectory', id: trajectoryId, version: version + 1, fields: Object.keys(replaced) })
  return accept({ before, after: { ...decided.value, version: version + 1 } })
}

/** Whoever coordinates from now on has to hear it. */
export const tellChangeOfHands = (
  { memberId, publish }: Pick<CommandContext<unknown>, 'memberId' | 'publish'>,
  { after }: ChangedTrajectory,
): void => {
  const { id: trajectoryId, participantId, organisationId, coordinatorId } = after
  publish({ name: 'CoordinatorChanged', payload: { trajectoryId, participantId, organisationId, coordinatorId, by: memberId } })
}

export const savedTrajectory = ({ after }: ChangedTrajectory): TrajectorySaved => ({
  trajectoryId: after.id,
  participantId: after.participantId,
  version: after.version,
})
