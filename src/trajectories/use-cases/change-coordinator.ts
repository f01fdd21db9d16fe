import { accept, freeText, MembershipId } from '#kernel'
import { listMembersOf } from '#organisations'
import { command } from '#platform'
import { mayChangeTrajectory } from '../access.ts'
import { changeCoordinator as change } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

export const changeCoordinator = command({
  name: 'trajectories.changeCoordinator',
  summary: 'Hands a trajectory to a colleague of the same organisation; the access to the dossier moves along',
  input: TrajectoryKey.extend({ coordinatorId: MembershipId, reason: freeText(1000, 1) }),
  output: TrajectorySaved,
  access: mayChangeTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/coordinator' },
  run: async context => {
    const { db, tenantId, input, memberId, publish } = context
    const changed = await changeTrajectory(context, { action: 'changeCoordinator', reason: input.reason }, async trajectory => {
      const members = await listMembersOf(db, tenantId, trajectory.organisationId)
      return change(
        trajectory,
        members.find(member => member.id === input.coordinatorId),
      )
    })
    if (!changed.ok) return changed
    const { before, after } = changed.value
    await settleAccess(context, before, after)
    const { id: trajectoryId, participantId, coordinatorId, organisationId } = after
    publish({
      name: 'CoordinatorChanged',
      payload: { trajectoryId, participantId, organisationId, coordinatorId, by: memberId },
    })
    return accept(savedTrajectory(changed.value))
  },
})
