import { accept } from '#kernel'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { resumeTrajectory as resume } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'

export const resumeTrajectory = command({
  name: 'trajectories.resumeTrajectory',
  summary: 'Goes on after a pause, from where it stood',
  input: TrajectoryKey,
  output: TrajectorySaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/resumption' },
  run: async context => {
    const changed = await changeTrajectory(context, { action: 'resume' }, resume)
    return changed.ok ? accept(savedTrajectory(changed.value)) : changed
  },
})
