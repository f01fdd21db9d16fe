import { accept } from '#kernel'
import { command } from '#platform'
import { mayChangeTrajectory } from '../access.ts'
import { takeBack } from '../domain/decide-trajectory.ts'
import { isRunning } from '../domain/trajectory.ts'
import { listTrajectoryVersions } from '../storage/trajectory-versions.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

export const takeBackChange = command({
  name: 'trajectories.takeBackChange',
  summary: 'Takes the last change of a trajectory back: its start, phase, pause, resumption, extension or ending',
  input: TrajectoryKey,
  output: TrajectorySaved,
  access: mayChangeTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/last-change-undo' },
  run: async context => {
    const { db, tenantId, input } = context
    const changed = await changeTrajectory(context, { action: 'takeBack' }, async trajectory => {
      const versions = await listTrajectoryVersions(db, tenantId, input.participantId)
      return takeBack(
        trajectory,
        versions.findLast(version => version.trajectoryId === trajectory.id),
      )
    })
    if (!changed.ok) return changed
    const { before, after } = changed.value
    if (isRunning(before) !== isRunning(after)) await settleAccess(context, before, after)
    return accept(savedTrajectory(changed.value))
  },
})
