import { z } from 'zod'
import { accept, CalendarDay, ParticipantId, refuse, TrajectoryId } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { activate } from '../domain/trajectory.ts'
import { findTrajectory, updateTrajectory } from '../storage/trajectories.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

export const activateTrajectory = command({
  name: 'trajectories.activateTrajectory',
  summary: 'Ends the intake: the trajectory is active, until a planned day if one is agreed',
  input: z.object({
    participantId: ParticipantId,
    trajectoryId: TrajectoryId,
    plannedEndOn: CalendarDay.optional(),
    version: z.coerce.number().int().positive(),
  }),
  output: z.object({ trajectoryId: TrajectoryId, version: z.number() }),
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/activation' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const trajectory = await getOwnTrajectory(context, input)
    if (trajectory.version !== input.version) return refuse('versionConflict', undefined, { current: trajectory })
    const active = activate(trajectory, input.plannedEndOn)
    if (!active.ok) return active
    if (!(await updateTrajectory(db, tenantId, active.value)))
      return refuse('versionConflict', undefined, { current: await findTrajectory(db, tenantId, input) })
    record({ entity: 'trajectory', id: trajectory.id, version: trajectory.version + 1, fields: ['state', 'plannedEndOn'] })
    return accept({ trajectoryId: trajectory.id, version: trajectory.version + 1 })
  },
})
