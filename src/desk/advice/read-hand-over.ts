import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import { memberNames } from '#organisations'
import type { Db } from '#platform'
import { isRunning, readReferrals, readTrajectories } from '#trajectories'

export interface HandOver {
  readonly formerName: string
  readonly readsUntil?: CalendarDay | undefined
}

/** When the running trajectory carries on another one: who guided before. Needs the slices trajectory and referral. */
export const readHandOver = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<HandOver | undefined> => {
  const [trajectories, referrals] = await Promise.all([
    readTrajectories(db, tenantId, participantId),
    readReferrals(db, tenantId, participantId),
  ])
  const running = trajectories.find(isRunning)
  const referral = referrals.find(({ trajectoryId }) => trajectoryId !== undefined && trajectoryId === running?.id)
  const former = trajectories.find(({ id }) => id === referral?.carriesOn)
  if (former === undefined) return undefined
  const names = await memberNames(db, tenantId, [former.coordinatorId])
  return { formerName: names.get(former.coordinatorId)?.name ?? '', readsUntil: referral?.formerReadsUntil }
}
