import { z } from 'zod'
import { MembershipId } from '#kernel'
import { replaced, tellChanges, type TracedChange } from './trace.ts'
import { TRAJECTORY_ACTIONS } from './trajectory-actions.ts'
import type { Trajectory } from './trajectory.ts'

export const TRACED_OF_TRAJECTORY = [
  'state',
  'type',
  'law',
  'voluntary',
  'phase',
  'phaseSince',
  'organisationId',
  'coordinatorId',
  'startedOn',
  'plannedEndOn',
  'extendedFrom',
  'pausedOn',
  'pauseReason',
  'pauseWords',
  'returnOn',
  'resumesTo',
  'endedOn',
  'endReason',
  'endWords',
] as const
export type TrajectoryField = (typeof TRACED_OF_TRAJECTORY)[number]

const Before = z.partialRecord(z.enum(TRACED_OF_TRAJECTORY), z.union([z.string(), z.boolean()]).nullable())
export type TrajectoryBefore = z.infer<typeof Before>

/** A version that was replaced: by what, what stood there, by whom, when and why. */
export const TrajectoryVersion = z.object({
  version: z.int().positive(),
  action: z.enum(TRAJECTORY_ACTIONS),
  before: Before,
  reason: z.string(),
  replacedAt: z.date(),
  replacedBy: MembershipId,
})
export type TrajectoryVersion = z.infer<typeof TrajectoryVersion>

export const replacedInTrajectory = (before: Trajectory, after: Trajectory): TrajectoryBefore =>
  replaced(TRACED_OF_TRAJECTORY, before, after)

/** Every change, newest first, with what stood before and what came in its place. */
export const tellTrajectory = (
  trajectory: Trajectory,
  versions: readonly TrajectoryVersion[],
): readonly (TrajectoryVersion & { readonly changes: readonly TracedChange<TrajectoryField>[] })[] =>
  tellChanges(TRACED_OF_TRAJECTORY, trajectory, versions)
