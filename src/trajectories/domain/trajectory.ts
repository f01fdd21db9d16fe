import { z } from 'zod'
import {
  accept,
  CalendarDay,
  type Decision,
  Law,
  MembershipId,
  OrganisationId,
  ParticipantId,
  ReferralId,
  refuse,
  TrajectoryId,
} from '#kernel'
import { TrajectoryType } from './trajectory-types.ts'

export const TRAJECTORY_STATES = ['intake', 'active', 'ended'] as const
export const TrajectoryState = z.enum(TRAJECTORY_STATES)
export type TrajectoryState = z.infer<typeof TrajectoryState>

/** From referral to ending, under one law and one type, with one coordinator. */
export const Trajectory = z.object({
  id: TrajectoryId,
  participantId: ParticipantId,
  referralId: ReferralId.optional(),
  type: TrajectoryType,
  law: Law,
  state: TrajectoryState,
  organisationId: OrganisationId,
  coordinatorId: MembershipId,
  startedOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
  endedOn: CalendarDay.optional(),
  version: z.int().positive(),
})
export type Trajectory = z.infer<typeof Trajectory>

export const isRunning = (trajectory: Pick<Trajectory, 'state'>): boolean => trajectory.state !== 'ended'

/** The intake is done and the plan begins. */
export const activate = (trajectory: Trajectory, plannedEndOn: CalendarDay | undefined): Decision<Trajectory> => {
  if (trajectory.state !== 'intake') return refuse('notPossibleNow', undefined, { state: trajectory.state })
  if (plannedEndOn !== undefined && plannedEndOn <= trajectory.startedOn)
    return refuse('invalidInput', 'plannedEndOn', { reason: 'beforeStart' })
  return accept({ ...trajectory, state: 'active', plannedEndOn })
}
