import { accept, CalendarDay } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { activate } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'

export const activateTrajectory = command({
  name: 'trajectories.activateTrajectory',
  summary: 'Ends the intake: the trajectory is active, until a planned day if one is agreed',
  input: TrajectoryKey.extend({ plannedEndOn: CalendarDay.optional() }),
  output: TrajectorySaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/activation' },
  run: async context => {
    const { input, today } = context
    const changed = await changeTrajectory(context, { action: 'start' }, trajectory =>
      activate(trajectory, input.plannedEndOn, today),
    )
    return changed.ok ? accept(savedTrajectory(changed.value)) : changed
  },
})
