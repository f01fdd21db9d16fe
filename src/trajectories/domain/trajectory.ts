import { z } from 'zod'
import { CalendarDay, Law, MembershipId, OrganisationId, ParticipantId, ReferralId, TrajectoryId } from '#kernel'
import { findPhase, firstPhase } from './phases.ts'
import { TrajectoryType } from './trajectory-types.ts'

export const TRAJECTORY_STATES = ['intake', 'active', 'paused', 'ended'] as const
export const TrajectoryState = z.enum(TRAJECTORY_STATES)
export type TrajectoryState = z.infer<typeof TrajectoryState>

/** Why a trajectory stands still for a while; in a few words at most, since the municipality reads which one it is. */
export const PAUSE_REASONS = ['health', 'care', 'away', 'work', 'waiting', 'ownWish', 'other'] as const
export const PauseReason = z.enum(PAUSE_REASONS)
export type PauseReason = z.infer<typeof PauseReason>

/** Where somebody goes, or why it stops. */
export const END_REASONS = [
  'toWork',
  'toEducation',
  'staysActive',
  'goalsReached',
  'otherSupport',
  'ownWish',
  'moved',
  'noContact',
  'died',
  'other',
] as const
export const EndReason = z.enum(END_REASONS)
export type EndReason = z.infer<typeof EndReason>

/** From referral to ending, under one law and one type, with one coordinator. */
export const Trajectory = z.object({
  id: TrajectoryId,
  participantId: ParticipantId,
  referralId: ReferralId.optional(),
  type: TrajectoryType,
  law: Law,
  voluntary: z.boolean().default(true),
  state: TrajectoryState,
  organisationId: OrganisationId,
  coordinatorId: MembershipId,
  startedOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
  /** The planned end before the first extension. */
  extendedFrom: CalendarDay.optional(),
  phase: z.string().optional(),
  phaseSince: CalendarDay.optional(),
  pausedOn: CalendarDay.optional(),
  pauseReason: PauseReason.optional(),
  pauseWords: z.string().optional(),
  returnOn: CalendarDay.optional(),
  resumesTo: z.enum(['intake', 'active']).optional(),
  endedOn: CalendarDay.optional(),
  endReason: EndReason.optional(),
  endWords: z.string().optional(),
  version: z.int().positive(),
})
export type Trajectory = z.infer<typeof Trajectory>

/** Not ended: the intake, the trajectory itself, or a pause in it. */
export const isRunning = (trajectory: Pick<Trajectory, 'state'>): boolean => trajectory.state !== 'ended'

/** The one that this member coordinates: what runs goes before what has ended. Of somebody with two, only this may be written in. */
export const ledBy = <T extends Pick<Trajectory, 'state' | 'coordinatorId'>>(
  trajectories: readonly T[],
  memberId: Trajectory['coordinatorId'],
): T | undefined => {
  const own = trajectories.filter(({ coordinatorId }) => coordinatorId === memberId)
  return own.find(isRunning) ?? own[0]
}

/** The phase that somebody is in; none during the intake. What was never said, or belongs to another type, is the first. */
export const phaseOf = ({
  type,
  phase,
  state,
  resumesTo,
}: Pick<Trajectory, 'type' | 'state'> & {
  readonly phase?: string | null | undefined
  readonly resumesTo?: string | null | undefined
}): string | undefined => {
  if (state === 'intake' || resumesTo === 'intake') return undefined
  return findPhase(type, phase ?? '')?.key ?? firstPhase(type)
}

/** The day on which somebody would be back has come. */
export const isBackDue = (
  { state, returnOn }: Pick<Trajectory, 'state'> & { readonly returnOn?: CalendarDay | null | undefined },
  today: CalendarDay,
): boolean => state === 'paused' && returnOn !== undefined && returnOn !== null && returnOn <= today

/** What was said about a pause or an ending is between coordinator and participant. */
export const PRIVATE_OF_TRAJECTORY = ['pauseWords', 'endWords'] as const

/** As far as somebody else than whoever coordinates may read it. */
export const withoutPrivate = ({
  pauseWords: _pause,
  endWords: _end,
  ...told
}: Trajectory): Omit<Trajectory, (typeof PRIVATE_OF_TRAJECTORY)[number]> => told
