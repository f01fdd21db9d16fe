import { accept, type Decision } from '#kernel'
import { command, type CommandContext } from '#platform'
import type { z } from 'zod'
import { mayEndTrajectory } from '../access.ts'
import { Ending, endTrajectory as decideToEnd } from '../domain/decide-trajectory.ts'
import { type ChangedTrajectory, changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

/** Part of every command that ends a trajectory: the change, the access that goes with it, and the fact. */
export const endAsPartOf = async (
  context: CommandContext<z.infer<typeof TrajectoryKey>>,
  ending: Ending,
): Promise<Decision<ChangedTrajectory>> => {
  const changed = await changeTrajectory(context, { action: 'end' }, trajectory => decideToEnd(trajectory, ending, context.today))
  if (!changed.ok) return changed
  const { before, after } = changed.value
  await settleAccess(context, before, after)
  const { id: trajectoryId, participantId, organisationId, endReason } = after
  context.publish({ name: 'TrajectoryEnded', payload: { trajectoryId, participantId, organisationId, endReason } })
  return changed
}

export const endTrajectory = command({
  name: 'trajectories.endTrajectory',
  summary: 'Ends a trajectory with the day and where somebody goes; the access to the dossier ends some weeks later',
  input: TrajectoryKey.extend(Ending.shape),
  output: TrajectorySaved,
  access: mayEndTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/ending' },
  run: async context => {
    const ended = await endAsPartOf(context, Ending.parse(context.input))
    return ended.ok ? accept(savedTrajectory(ended.value)) : ended
  },
})
