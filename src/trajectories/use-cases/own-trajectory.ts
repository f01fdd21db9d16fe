import type { ParticipantId, TrajectoryId } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { Trajectory } from '../domain/trajectory.ts'
import { findTrajectory } from '../storage/trajectories.ts'

/**
 * A trajectory of the own organisation, or one of the municipality that carries it. Being asked to take somebody up opens the slice for writing too, since accepting
 * starts a trajectory; that is no ground to change one that another organisation runs.
 */
export const getOwnTrajectory = async (
  { db, tenantId, actor }: Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'actor'>,
  key: { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId },
): Promise<Trajectory> => {
  const trajectory = found(await findTrajectory(db, tenantId, key), 'trajectory')
  const carries = actor.role === 'system' || actor.role === 'serviceplein'
  const own = carries || actor.organisationId === trajectory.organisationId
  return found(own ? trajectory : undefined, 'trajectory')
}
