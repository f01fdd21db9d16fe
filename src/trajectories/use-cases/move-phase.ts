import { accept, freeText } from '#kernel'
import { z } from 'zod'
import { command } from '#platform'
import { mayRunTrajectory } from '../access.ts'
import { movePhase as move } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'

export const movePhase = command({
  name: 'trajectories.movePhase',
  summary: 'Says in which phase a trajectory is now, forward or back',
  input: TrajectoryKey.extend({ phase: z.string().min(1).max(60), reason: freeText(1000).default('') }),
  output: TrajectorySaved,
  access: mayRunTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/phase' },
  run: async context => {
    const { input, today } = context
    const changed = await changeTrajectory(context, { action: 'movePhase', reason: input.reason }, trajectory =>
      move(trajectory, input.phase, today),
    )
    return changed.ok ? accept(savedTrajectory(changed.value)) : changed
  },
})
