import { z } from 'zod'
import { CalendarDay, Law, MembershipId, ParticipantId, ReferralId, TrajectoryId } from '#kernel'
import { listMembersOf, type Member, memberNames, organisationNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadProgress } from '../access.ts'
import { COORDINATING_ROLES, takeBack } from '../domain/decide-trajectory.ts'
import {
  EndReason,
  isBackDue,
  PauseReason,
  phaseOf,
  PRIVATE_OF_TRAJECTORY,
  type Trajectory,
  TrajectoryState,
} from '../domain/trajectory.ts'
import {
  sideOf,
  TRAJECTORY_ACTIONS,
  type TrajectoryAction,
  trajectoryActionsNow,
  type TrajectorySide,
} from '../domain/trajectory-actions.ts'
import { TRACED_OF_TRAJECTORY, type TrajectoryField, tellTrajectory } from '../domain/trajectory-trace.ts'
import { TRAJECTORY_TYPES } from '../domain/trajectory-types.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { listTrajectoryVersions, type VersionOf } from '../storage/trajectory-versions.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'
import { TypeView, viewType } from './list-types.ts'

const Stood = z.union([z.string(), z.boolean()]).nullable()
const HistoryEntry = z.object({
  action: z.enum(TRAJECTORY_ACTIONS),
  at: z.iso.datetime(),
  byName: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.enum(TRACED_OF_TRAJECTORY), was: Stood, became: Stood })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

const Candidate = z.object({ id: MembershipId, name: z.string(), functionTitle: z.string().optional() })

const Progress = z.object({
  id: TrajectoryId,
  referralId: ReferralId.optional(),
  /** Its kind as it is called and runs today, or was called when it ended. */
  kind: TypeView,
  law: Law,
  voluntary: z.boolean(),
  state: TrajectoryState,
  organisationName: z.string(),
  coordinatorId: MembershipId,
  coordinatorName: z.string(),
  startedOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
  extendedFrom: CalendarDay.optional(),
  /** Absent during the intake. */
  phase: z.string().optional(),
  phaseSince: CalendarDay.optional(),
  pausedOn: CalendarDay.optional(),
  pauseReason: PauseReason.optional(),
  pauseWords: z.string().optional(),
  returnOn: CalendarDay.optional(),
  backDue: z.boolean(),
  endedOn: CalendarDay.optional(),
  endReason: EndReason.optional(),
  endWords: z.string().optional(),
  history: z.array(HistoryEntry),
  /** What this reader may do now. */
  actions: z.array(z.enum(TRAJECTORY_ACTIONS)),
  /** To whom it can be handed. */
  candidates: z.array(Candidate),
  version: z.number(),
})
export type Progress = z.infer<typeof Progress>

const PRIVATE: readonly TrajectoryField[] = PRIVATE_OF_TRAJECTORY
/** What the municipality does with a trajectory that an organisation runs. */
const OF_DESK: readonly TrajectoryAction[] = ['amend', 'changeCoordinator', 'takeBack']
/** Extending follows from advice and decision, and has its own place. */
const ELSEWHERE: readonly TrajectoryAction[] = ['extend']

const actionsFor = (
  trajectory: Trajectory,
  last: VersionOf | undefined,
  {
    desk,
    coordinates,
    madeBy,
    colleagues,
  }: {
    readonly desk: boolean
    readonly coordinates: boolean
    readonly madeBy: TrajectorySide
    readonly colleagues: readonly Member[]
  },
): TrajectoryAction[] => {
  if (!desk && !coordinates) return []
  const by = desk ? 'municipality' : 'coordinator'
  return trajectoryActionsNow(trajectory)
    .filter(action => !ELSEWHERE.includes(action) && (!desk || OF_DESK.includes(action)))
    .filter(action => action !== 'takeBack' || takeBack(trajectory, last, { by, madeBy, colleagues }).ok)
}

export const getProgress = query({
  name: 'trajectories.getProgress',
  summary: 'How far the trajectories of a participant are: phases, dates, pauses, history, and what may be done now',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    participantId: ParticipantId,
    callName: z.string(),
    /** False for a colleague, who sees that somebody is known and who coordinates: no reasons, no history. */
    guides: z.boolean(),
    trajectories: z.array(Progress),
    /** The kinds that it can be amended to. */
    types: z.array(TypeView),
  }),
  access: mayReadProgress,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/progress' },
  run: async ({ db, tenantId, memberId, input: { participantId }, actor, today, opened }) => {
    const [trajectories, versions, organisations, known, settings, seesPlan] = await Promise.all([
      listTrajectories(db, tenantId, [participantId]),
      listTrajectoryVersions(db, tenantId, participantId),
      organisationNames(db, tenantId),
      callNames(db, tenantId, [participantId]),
      mapTypeSettings(db, tenantId),
      opened('plan'),
    ])
    const callName = found(known.get(participantId), 'participant')
    const desk = actor.role === 'serviceplein'
    const guides = desk || seesPlan
    const stood = versions.flatMap(({ before, replacedBy }) => [replacedBy, before.coordinatorId as MembershipId | undefined])
    const ids = [...trajectories.map(trajectory => trajectory.coordinatorId), ...stood].filter(id => id !== undefined)
    const [members, ...candidates] = await Promise.all([
      memberNames(db, tenantId, [...new Set(ids)]),
      ...trajectories.map(trajectory =>
        desk || trajectory.coordinatorId === memberId ? listMembersOf(db, tenantId, trajectory.organisationId) : [],
      ),
    ])
    const nameOf = (id: string): string => members.get(id as MembershipId)?.name ?? ''
    const organisationOf = (id: string): string => organisations.find(organisation => organisation.id === id)?.name ?? ''
    const told = (field: TrajectoryField, value: z.infer<typeof Stood>): z.infer<typeof Stood> => {
      if (typeof value !== 'string') return value
      if (field === 'coordinatorId') return nameOf(value)
      return field === 'organisationId' ? organisationOf(value) : value
    }
    const historyOf = (trajectory: Trajectory, own: readonly VersionOf[]): HistoryEntry[] =>
      tellTrajectory(trajectory, own).map(({ action, replacedAt, replacedBy, reason, changes }) => ({
        action,
        at: replacedAt.toISOString(),
        byName: nameOf(replacedBy),
        reason,
        changes: changes
          .filter(change => trajectory.coordinatorId === memberId || !PRIVATE.includes(change.field))
          .map(({ field, was, became }) => ({ field, was: told(field, was), became: told(field, became) })),
      }))
    const view = (trajectory: Trajectory, at: number): Progress => {
      const colleagues = candidates[at] ?? []
      const own = versions.filter(version => version.trajectoryId === trajectory.id)
      const last = own.at(-1)
      const {
        participantId: _participant,
        organisationId,
        coordinatorId,
        type,
        pauseReason,
        pauseWords,
        endReason,
        endWords,
        resumesTo,
        ...rest
      } = trajectory
      return {
        ...rest,
        ...(guides ? { pauseReason, endReason } : {}),
        ...(coordinatorId === memberId ? { pauseWords, endWords } : {}),
        kind: viewType(type, trajectory.endedOn ?? today, settings),
        organisationName: organisationOf(organisationId),
        coordinatorId,
        coordinatorName: nameOf(coordinatorId),
        phase: phaseOf({ type, phase: rest.phase, state: rest.state, resumesTo }),
        backDue: isBackDue(trajectory, today),
        history: guides ? historyOf(trajectory, own) : [],
        actions: actionsFor(trajectory, last, {
          desk,
          coordinates: coordinatorId === memberId,
          madeBy: sideOf(last === undefined ? undefined : members.get(last.replacedBy)?.role),
          colleagues,
        }),
        candidates: colleagues
          .filter(({ id, role }) => id !== coordinatorId && COORDINATING_ROLES.includes(role))
          .map(({ id, name, functionTitle }) => ({ id, name, functionTitle })),
      }
    }
    return {
      participantId,
      callName,
      guides,
      trajectories: trajectories.map(view),
      types: TRAJECTORY_TYPES.map(type => viewType(type, today, settings)),
    }
  },
})
