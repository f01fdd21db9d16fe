import type { CalendarDay, LifeAreaId, LifeAreaNoteId, OrganisationId, ParticipantId, TenantId, TrajectoryId } from '#kernel'
import type { Db } from '#platform'
import type { LifeArea } from '../domain/life-area.ts'
import { type ChangeReason, reasonsOf } from '../domain/trajectory-trace.ts'
import { reasonsForReceiver } from '../domain/referral-trace.ts'
import { listAdviceReasons } from '../storage/advice-versions.ts'
import { listAdvicesOf } from '../storage/advices.ts'
import { listNoteAreasWhileOpen } from '../storage/life-area-notes.ts'
import { listPastOpenings, listRunningOpenings } from '../storage/life-areas.ts'
import { listReferralVersionsOf } from '../storage/referral-versions.ts'
import { listReferrals } from '../storage/referrals.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { listTrajectoryVersions } from '../storage/trajectory-versions.ts'

/** What a period or a text was about; why it was opened only while the area is open. */
export interface LifeAreaTold {
  readonly id: LifeAreaId | LifeAreaNoteId
  readonly entity: 'lifeArea' | 'lifeAreaNote'
  readonly area: LifeArea
  readonly reason?: string
}

/** For telling what happened; needs the slice lifeAreas. Of an area that is shut a reader learns that it was there, not why. */
export const readLifeAreasTold = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  today: CalendarDay,
): Promise<readonly LifeAreaTold[]> => {
  const scope = { tenantId, participantId }
  const [running, past, notes] = await Promise.all([
    listRunningOpenings(db, scope, today),
    listPastOpenings(db, scope, today),
    listNoteAreasWhileOpen(db, scope, today),
  ])
  return [
    ...running.map(({ id, area, reason }) => ({ id, area, reason, entity: 'lifeArea' as const })),
    ...past.map(({ id, area }) => ({ id, area, entity: 'lifeArea' as const })),
    ...notes.map(({ id, area }) => ({ id, area, entity: 'lifeAreaNote' as const })),
  ]
}

export interface TrajectoryReason extends ChangeReason {
  readonly trajectoryId: TrajectoryId
}

/** Why trajectories were paused, handed over, put right or ended, by the version that came of it; needs the slice trajectory. */
export const readTrajectoryReasons = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly TrajectoryReason[]> => {
  const [trajectories, versions] = await Promise.all([
    listTrajectories(db, tenantId, [participantId]),
    listTrajectoryVersions(db, tenantId, participantId),
  ])
  return trajectories.flatMap(trajectory =>
    reasonsOf(
      trajectory,
      versions.filter(({ trajectoryId }) => trajectoryId === trajectory.id),
    ).map(reason => ({ ...reason, trajectoryId: trajectory.id })),
  )
}

/** Why something was changed, by the version that came of it. */
export interface ReasonTold {
  readonly entity: 'referral' | 'advice'
  readonly id: string
  readonly version: number
  readonly words: string
}

const MOST_REFERRALS = 100

/** Why referrals were amended, sent elsewhere or withdrawn, as their receiver may read it; needs the slice referral. */
export const readReferralReasons = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  organisationId: OrganisationId | undefined,
): Promise<readonly ReasonTold[]> => {
  const [referrals, versions] = await Promise.all([
    listReferrals(db, tenantId, { participantIds: [participantId] }, { limit: MOST_REFERRALS, offset: 0 }),
    listReferralVersionsOf(db, tenantId, participantId),
  ])
  return referrals
    .filter(referral => referral.organisationId === organisationId)
    .flatMap(referral =>
      reasonsForReceiver(
        referral,
        versions.filter(({ referralId }) => referralId === referral.id),
      ).map(reason => ({ ...reason, entity: 'referral' as const, id: referral.id })),
    )
}

/** Why advices were amended or withdrawn, and what the municipality said with its decision; needs the slice advice. */
export const readAdviceReasons = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly ReasonTold[]> => {
  const [advices, amended] = await Promise.all([
    listAdvicesOf(db, tenantId, participantId),
    listAdviceReasons(db, tenantId, participantId),
  ])
  const told = (id: string, version: number, words: string): readonly ReasonTold[] =>
    words === '' ? [] : [{ entity: 'advice', id, version, words }]
  return [
    ...amended.flatMap(({ advice_id: id, version, reason }) => told(id, version + 1, reason)),
    ...advices.flatMap(advice =>
      advice.state === 'withdrawn'
        ? told(advice.id, advice.version, advice.withdrawalReason)
        : advice.state === 'decided'
          ? told(advice.id, advice.version, advice.decisionWords)
          : [],
    ),
  ]
}
