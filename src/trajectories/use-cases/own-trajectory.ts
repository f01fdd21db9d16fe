import type { ParticipantId, TrajectoryId } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { Trajectory } from '../domain/trajectory.ts'
import { findTrajectory } from '../storage/trajectories.ts'

/**
 * A trajectory that the actor coordinates, or one of the municipality that carries it. Being asked to take somebody up opens
 * the slice for the whole organisation, for writing too, since accepting starts a trajectory; and who coordinates one of two
 * reaches the dossier. Neither is a ground to change this one.
 */
export const getOwnTrajectory = async (
  { db, tenantId, actor, memberId }: Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'actor' | 'memberId'>,
  key: { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId },
): Promise<Trajectory> => {
  const trajectory = found(await findTrajectory(db, tenantId, key), 'trajectory')
  const carries = actor.role === 'system' || actor.role === 'serviceplein'
  return found(carries || trajectory.coordinatorId === memberId ? trajectory : undefined, 'trajectory')
}
