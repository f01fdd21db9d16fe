import type { TrajectoryId } from '#kernel'
import type { CommandContext } from '#platform'
import { endAccess, FORMER_REACH, giveAccess } from '#sharing'
import { endTrajectory } from '../domain/decide-trajectory.ts'
import { legalBasisOf } from '../domain/laws.ts'
import type { Referral } from '../domain/referral.ts'
import { isRunning } from '../domain/trajectory.ts'
import { replacedInTrajectory } from '../domain/trajectory-trace.ts'
import { listTrajectories, lockTrajectory, updateTrajectory } from '../storage/trajectories.ts'
import { insertTrajectoryVersion } from '../storage/trajectory-versions.ts'
import { settleAccess } from './coordination-access.ts'

/**
 * A work company carries on what another organisation began: that trajectory ends today, and whoever coordinated it writes
 * nothing more but reads along until the day that was agreed. Part of accepting the referral.
 */
export const handOver = async (
  context: Omit<CommandContext<unknown>, 'input'>,
  { participantId, formerReadsUntil }: Pick<Referral, 'participantId' | 'formerReadsUntil'>,
  trajectoryId: TrajectoryId,
): Promise<void> => {
  const { db, tenantId, memberId, now, today, record, publish } = context
  const former = await lockTrajectory(db, tenantId, { participantId, trajectoryId })
  if (former === undefined) return
  const ended = endTrajectory(former, { endedOn: today, endReason: 'toWork', endWords: '' }, today)
  if (!ended.ok || !(await updateTrajectory(db, tenantId, ended.value))) return
  const replaced = replacedInTrajectory(former, ended.value)
  const trace = {
    version: former.version,
    action: 'end',
    before: replaced,
    reason: '',
    replacedAt: now,
    replacedBy: memberId,
  } as const
  await insertTrajectoryVersion(db, tenantId, { trajectoryId, participantId }, trace)
  record({ entity: 'trajectory', id: trajectoryId, version: former.version + 1, participantId, fields: Object.keys(replaced) })
  await settleAccess(context, former, ended.value)
  const { coordinatorId: membershipId, organisationId, law } = former
  const others = (await listTrajectories(db, tenantId, [participantId])).filter(isRunning)
  if (!others.some(({ coordinatorId }) => coordinatorId === membershipId)) {
    const ground = 'trajectory'
    await endAccess(context, { participantId, ground, membershipId })
    await giveAccess(context, {
      ...{ participantId, ground, grantee: { membershipId }, reach: FORMER_REACH },
      ...{ legalBasis: legalBasisOf(law), purpose: 'handOver' },
      ...(formerReadsUntil === undefined ? {} : { until: formerReadsUntil }),
    })
  }
  publish({ name: 'TrajectoryEnded', payload: { trajectoryId, participantId, organisationId, endReason: 'toWork' } })
}
