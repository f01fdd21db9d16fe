import {
  accept,
  addMonths,
  CalendarDay,
  type Decision,
  freeText,
  Law,
  type MembershipId,
  type OrganisationId,
  refuse,
  type Role,
} from '#kernel'
import { z } from 'zod'
import { findPhase, firstPhase } from './phases.ts'
import { EndReason, PauseReason, Trajectory } from './trajectory.ts'
import { assertMayNow, type TrajectorySide, UNDOABLE } from './trajectory-actions.ts'
import type { TrajectoryVersion } from './trajectory-trace.ts'
import { TrajectoryType, typeRules } from './trajectory-types.ts'

const wrong = (field: string, reason: string) => refuse('invalidInput', field, { reason })

/** The intake is done and the plan begins, in the first phase. */
export const activate = (
  trajectory: Trajectory,
  plannedEndOn: CalendarDay | undefined,
  today: CalendarDay,
): Decision<Trajectory> => {
  const allowed = assertMayNow('start', trajectory)
  if (!allowed.ok) return allowed
  if (plannedEndOn !== undefined && plannedEndOn <= trajectory.startedOn) return wrong('plannedEndOn', 'beforeStart')
  return accept({ ...trajectory, state: 'active', plannedEndOn, phase: firstPhase(trajectory.type), phaseSince: today })
}

/** To any phase of its kind, forward or back. */
export const movePhase = (trajectory: Trajectory, phase: string, today: CalendarDay): Decision<Trajectory> => {
  const allowed = assertMayNow('movePhase', trajectory)
  if (!allowed.ok) return allowed
  if (findPhase(trajectory.type, phase) === undefined) return wrong('phase', 'choice')
  if (phase === trajectory.phase) return wrong('phase', 'nothingChanged')
  return accept({ ...trajectory, phase, phaseSince: today })
}

export const Pause = z.object({
  pausedOn: CalendarDay,
  /** When we look again: somebody is never lost in a pause. */
  returnOn: CalendarDay,
  pauseReason: PauseReason,
  pauseWords: freeText(1000).default(''),
})
export type Pause = z.infer<typeof Pause>

export const pauseTrajectory = (trajectory: Trajectory, pause: Pause, today: CalendarDay): Decision<Trajectory> => {
  const allowed = assertMayNow('pause', trajectory)
  if (!allowed.ok) return allowed
  if (pause.pausedOn < trajectory.startedOn) return wrong('pausedOn', 'beforeStart')
  if (pause.pausedOn > today) return wrong('pausedOn', 'inFuture')
  if (pause.returnOn <= pause.pausedOn) return wrong('returnOn', 'beforePause')
  const resumesTo = trajectory.state === 'intake' ? 'intake' : 'active'
  return accept({ ...trajectory, ...pause, pauseWords: pause.pauseWords || undefined, state: 'paused', resumesTo })
}

const NO_PAUSE = {
  pausedOn: undefined,
  pauseReason: undefined,
  pauseWords: undefined,
  returnOn: undefined,
  resumesTo: undefined,
} as const

/** On from where it stood. */
export const resumeTrajectory = (trajectory: Trajectory): Decision<Trajectory> => {
  const allowed = assertMayNow('resume', trajectory)
  return allowed.ok ? accept({ ...trajectory, ...NO_PAUSE, state: trajectory.resumesTo ?? 'active' }) : allowed
}

/** A member as far as it matters for coordinating. */
export interface Candidate {
  readonly id: MembershipId
  readonly role: Role
  readonly active: boolean
  readonly organisationId?: OrganisationId | undefined
}
export const COORDINATING_ROLES: readonly Role[] = ['coach', 'workcoach']

const canCoordinate = ({ active, organisationId, role }: Candidate, trajectory: Trajectory): boolean =>
  active && organisationId === trajectory.organisationId && COORDINATING_ROLES.includes(role)

/** Another member of the same organisation, who works there and guides people. */
export const changeCoordinator = (trajectory: Trajectory, candidate: Candidate | undefined): Decision<Trajectory> => {
  const allowed = assertMayNow('changeCoordinator', trajectory)
  if (!allowed.ok) return allowed
  if (candidate === undefined || !canCoordinate(candidate, trajectory)) return wrong('coordinatorId', 'choice')
  if (candidate.id === trajectory.coordinatorId) return wrong('coordinatorId', 'nothingChanged')
  return accept({ ...trajectory, coordinatorId: candidate.id })
}

/** What can be put right at any time, with a reason. */
export const TrajectoryContent = z.object({
  type: TrajectoryType,
  law: Law,
  voluntary: z.boolean(),
  startedOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
  /** Only while paused. */
  returnOn: CalendarDay.optional(),
  /** Only once ended. */
  endedOn: CalendarDay.optional(),
})
export type TrajectoryContent = z.infer<typeof TrajectoryContent>

const impossibleDates = (trajectory: Trajectory, content: TrajectoryContent, today: CalendarDay): Decision<never> | undefined => {
  const { startedOn, plannedEndOn, returnOn, endedOn } = content
  const { state, pausedOn } = trajectory
  if (startedOn > today) return wrong('startedOn', 'inFuture')
  if (pausedOn !== undefined && startedOn > pausedOn) return wrong('startedOn', 'afterPause')
  if (plannedEndOn !== undefined && plannedEndOn <= startedOn) return wrong('plannedEndOn', 'beforeStart')
  if (state === 'paused' && returnOn === undefined) return wrong('returnOn', 'required')
  if (state === 'paused' && pausedOn !== undefined && returnOn !== undefined && returnOn <= pausedOn)
    return wrong('returnOn', 'beforePause')
  if (state !== 'ended') return undefined
  if (endedOn === undefined) return wrong('endedOn', 'required')
  if (endedOn < startedOn) return wrong('endedOn', 'beforeStart')
  return endedOn > today ? wrong('endedOn', 'inFuture') : undefined
}

/** Nothing is fixed for ever; the trace keeps what stood there. */
export const amendTrajectory = (trajectory: Trajectory, content: TrajectoryContent, today: CalendarDay): Decision<Trajectory> => {
  const allowed = assertMayNow('amend', trajectory)
  if (!allowed.ok) return allowed
  const impossible = impossibleDates(trajectory, content, today)
  if (impossible !== undefined) return impossible
  const after: Trajectory = {
    ...trajectory,
    ...content,
    plannedEndOn: content.plannedEndOn,
    returnOn: trajectory.state === 'paused' ? content.returnOn : trajectory.returnOn,
    endedOn: trajectory.state === 'ended' ? content.endedOn : trajectory.endedOn,
    // The phases of another kind are other phases: it begins at the first, unless that kind has one by the same name.
    phase:
      trajectory.phase === undefined || findPhase(content.type, trajectory.phase) ? trajectory.phase : firstPhase(content.type),
  }
  const same = (Object.keys(TrajectoryContent.shape) as (keyof TrajectoryContent)[]).every(
    field => after[field] === trajectory[field],
  )
  return same ? wrong('amendmentReason', 'nothingChanged') : accept(after)
}

export const Ending = z.object({ endedOn: CalendarDay, endReason: EndReason, endWords: freeText(2000).default('') })
export type Ending = z.infer<typeof Ending>

/** What was paused ends as well; the pause stays in the trace. */
export const endTrajectory = (trajectory: Trajectory, ending: Ending, today: CalendarDay): Decision<Trajectory> => {
  const allowed = assertMayNow('end', trajectory)
  if (!allowed.ok) return allowed
  if (ending.endedOn < trajectory.startedOn) return wrong('endedOn', 'beforeStart')
  if (ending.endedOn > today) return wrong('endedOn', 'inFuture')
  return accept({ ...trajectory, ...NO_PAUSE, ...ending, endWords: ending.endWords || undefined, state: 'ended' })
}

/** Longer than planned: at most a year in all, and only when somebody says which growth is visible. */
export const extendTrajectory = (
  trajectory: Trajectory,
  { plannedEndOn, growth }: { readonly plannedEndOn: CalendarDay; readonly growth: string },
): Decision<Trajectory> => {
  const allowed = assertMayNow('extend', trajectory)
  if (!allowed.ok) return allowed
  if (growth.trim() === '') return wrong('growth', 'required')
  if (trajectory.plannedEndOn === undefined) return wrong('plannedEndOn', 'noPlannedEnd')
  if (plannedEndOn <= trajectory.plannedEndOn) return wrong('plannedEndOn', 'notLater')
  const extendedFrom = trajectory.extendedFrom ?? trajectory.plannedEndOn
  const last = addMonths(extendedFrom, typeRules(trajectory.type).extensionMonths.value)
  if (plannedEndOn > last) return refuse('invalidInput', 'plannedEndOn', { reason: 'tooLong', last })
  return accept({ ...trajectory, plannedEndOn, extendedFrom })
}

/** Back to what stood before the last change, when this side can take that back and nothing was done after it. */
export const takeBack = (
  trajectory: Trajectory,
  last: TrajectoryVersion | undefined,
  {
    by,
    madeBy,
    colleagues,
  }: {
    readonly by: TrajectorySide
    /** Whose change it was. */
    readonly madeBy: TrajectorySide
    readonly colleagues: readonly Candidate[]
  },
): Decision<Trajectory> => {
  const allowed = assertMayNow('takeBack', trajectory)
  if (!allowed.ok) return allowed
  const impossible = refuse('notPossibleNow', undefined, { state: trajectory.state, action: 'takeBack' })
  if (last === undefined || last.version !== trajectory.version - 1 || !UNDOABLE[by].includes(last.action)) return impossible
  // An ending that the municipality decided is not undone by who advises (Participatiewet article 7, paragraph 4).
  if (last.action === 'end' && madeBy === 'municipality' && by !== madeBy) return impossible
  const stood = Object.fromEntries(Object.entries(last.before).map(([field, value]) => [field, value ?? undefined]))
  const before = Trajectory.parse({ ...trajectory, ...stood })
  // Nothing goes back to somebody who does not work there any more.
  const back = colleagues.some(colleague => colleague.id === before.coordinatorId && canCoordinate(colleague, trajectory))
  return before.coordinatorId === trajectory.coordinatorId || back ? accept(before) : impossible
}
