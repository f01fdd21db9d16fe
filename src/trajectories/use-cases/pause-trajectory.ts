import { accept } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { Pause, pauseTrajectory as pause } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'

export const pauseTrajectory = command({
  name: 'trajectories.pauseTrajectory',
  summary: 'Lets a trajectory stand still for a while, with a reason and the day on which we look again',
  input: TrajectoryKey.extend(Pause.shape),
  output: TrajectorySaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/pause' },
  run: async context => {
    const { input, today } = context
    const changed = await changeTrajectory(context, { action: 'pause' }, trajectory =>
      pause(trajectory, Pause.parse(input), today),
    )
    return changed.ok ? accept(savedTrajectory(changed.value)) : changed
  },
})
