import { accept, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayChangeTrajectory } from '../access.ts'
import { amendTrajectory as amend, TrajectoryContent } from '../domain/decide-trajectory.ts'
import { isReferralLaw } from '../domain/laws.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

export const amendTrajectory = command({
  name: 'trajectories.amendTrajectory',
  summary: 'Puts type, law, dates or free will of a trajectory right, with a reason; what stood there stays readable',
  input: TrajectoryKey.extend(TrajectoryContent.shape).extend({ amendmentReason: freeText(1000, 1) }),
  output: TrajectorySaved,
  access: mayChangeTrajectory,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/trajectories/{trajectoryId}' },
  run: async context => {
    const { input, today } = context
    const changed = await changeTrajectory(context, { action: 'amend', reason: input.amendmentReason }, trajectory =>
      input.law !== trajectory.law && !isReferralLaw(input.law)
        ? refuse('invalidInput', 'law', { reason: 'choice' })
        : amend(trajectory, TrajectoryContent.parse(input), today),
    )
    if (!changed.ok) return changed
    // On which ground data is shared goes with the law.
    const { before, after } = changed.value
    if (before.law !== after.law) await settleAccess(context, before, after)
    return accept(savedTrajectory(changed.value))
  },
})
