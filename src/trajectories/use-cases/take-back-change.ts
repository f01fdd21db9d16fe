import { accept, MembershipId } from '#kernel'
import { listMembersOf, memberNames } from '#organisations'
import { command } from '#platform'
import { mayChangeTrajectory } from '../access.ts'
import { takeBack } from '../domain/decide-trajectory.ts'
import { sideOf } from '../domain/trajectory-actions.ts'
import { isRunning } from '../domain/trajectory.ts'
import { listTrajectoryVersions } from '../storage/trajectory-versions.ts'
import { changeTrajectory, savedTrajectory, tellChangeOfHands, TrajectoryKey, TrajectorySaved } from './change-trajectory.ts'
import { settleAccess } from './coordination-access.ts'

export const takeBackChange = command({
  name: 'trajectories.takeBackChange',
  summary:
    'Takes the last change of a trajectory back: its start, phase, pause, resumption, hand-over or ending; the municipality a hand-over, an extension or an ending, and an ending that it decided nobody else',
  input: TrajectoryKey,
  /** With who coordinates now: whoever gave it back does not reach the dossier any more. */
  output: TrajectorySaved.extend({ coordinatorId: MembershipId }),
  access: mayChangeTrajectory,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/last-change-undo' },
  run: async context => {
    const { db, tenantId, input, actor, publish } = context
    const by = sideOf(actor.role)
    const changed = await changeTrajectory(context, { action: 'takeBack' }, async trajectory => {
      const [versions, colleagues] = await Promise.all([
        listTrajectoryVersions(db, tenantId, input.participantId),
        listMembersOf(db, tenantId, trajectory.organisationId),
      ])
      const last = versions.findLast(version => version.trajectoryId === trajectory.id)
      const maker = last === undefined ? undefined : (await memberNames(db, tenantId, [last.replacedBy])).get(last.replacedBy)
      return takeBack(trajectory, last, { by, madeBy: sideOf(maker?.role), colleagues })
    })
    if (!changed.ok) return changed
    const { before, after } = changed.value
    const { participantId, coordinatorId } = after
    const changedHands = before.coordinatorId !== coordinatorId
    if (changedHands || isRunning(before) !== isRunning(after)) await settleAccess(context, before, after)
    if (changedHands) {
      tellChangeOfHands(context, changed.value)
      publish({ name: 'DiaryGivenBack', payload: { participantId, from: before.coordinatorId, to: coordinatorId } })
    }
    return accept({ ...savedTrajectory(changed.value), coordinatorId })
  },
})
