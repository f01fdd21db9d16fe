import { z } from 'zod'
import { accept, freeText, MembershipId } from '#kernel'
import { listMembersOf } from '#organisations'
import { command } from '#platform'
import { mayChangeTrajectory } from '../access.ts'
import { changeCoordinator as change } from '../domain/decide-trajectory.ts'
import { changeTrajectory, savedTrajectory, tellChangeOfHands, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

export const changeCoordinator = command({
  name: 'trajectories.changeCoordinator',
  summary: 'Hands a trajectory to a colleague of the same organisation; the access to the dossier moves along',
  input: TrajectoryKey.extend({
    coordinatorId: MembershipId,
    reason: freeText(1000, 1),
    /** What is planned ahead goes to the diary of the new coordinator. */
    withAppointments: z.boolean().default(true),
  }),
  output: TrajectorySaved,
  access: mayChangeTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/coordinator' },
  run: async context => {
    const { db, tenantId, input, publish } = context
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
    tellChangeOfHands(context, changed.value)
    const { participantId, coordinatorId: to } = after
    if (input.withAppointments) publish({ name: 'DiaryHandedOver', payload: { participantId, from: before.coordinatorId, to } })
    return accept(savedTrajectory(changed.value))
  },
})
