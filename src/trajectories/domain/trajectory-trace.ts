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

/** Why something was done with a trajectory, by the version that came of it. */
export interface ChangeReason {
  readonly version: number
  /** The reason that was chosen: `pause.health`, `end.toWork`. */
  readonly code?: string
  readonly words: string
}

const CHOSEN = { pause: ['pauseReason', 'pauseWords'], end: ['endReason', 'endWords'] } as const

/** Only changes for which a reason was given. */
export const reasonsOf = (trajectory: Trajectory, versions: readonly TrajectoryVersion[]): readonly ChangeReason[] =>
  tellTrajectory(trajectory, versions).flatMap(({ version, action, reason, changes }): readonly ChangeReason[] => {
    if (action !== 'pause' && action !== 'end') return reason === '' ? [] : [{ version: version + 1, words: reason }]
    const became = (field: TrajectoryField): string => String(changes.find(each => each.field === field)?.became ?? '')
    const [code, words] = CHOSEN[action].map(became)
    return code === undefined || code === '' ? [] : [{ version: version + 1, code: `${action}.${code}`, words: words ?? '' }]
  })
