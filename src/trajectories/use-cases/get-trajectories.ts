import { z } from 'zod'
import { CalendarDay, Law, ParticipantId, ReferralId, TrajectoryId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadTrajectories } from '../access.ts'
import { PauseReason, phaseOf, TrajectoryState } from '../domain/trajectory.ts'
import { TrajectoryType } from '../domain/trajectory-types.ts'
import { trajectoryLabel } from '../domain/type-settings.ts'
import { listReviews } from '../storage/reviews.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'
import { Label } from './referral-view.ts'

export const getTrajectories = query({
  name: 'trajectories.getTrajectories',
  summary: "State, dates and coordinator of a participant's trajectories, newest first",
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    trajectories: z.array(
      z.object({
        id: TrajectoryId,
        referralId: ReferralId.optional(),
        type: TrajectoryType,
        /** What this kind of trajectory is called today, or was called when it ended. */
        label: Label,
        law: Law,
        state: TrajectoryState,
        organisationName: z.string(),
        coordinatorName: z.string(),
        startedOn: CalendarDay,
        plannedEndOn: CalendarDay.optional(),
        voluntary: z.boolean(),
        /** Absent during the intake. */
        phase: z.string().optional(),
        pausedOn: CalendarDay.optional(),
        pauseReason: PauseReason.optional(),
        returnOn: CalendarDay.optional(),
        endedOn: CalendarDay.optional(),
        nextReviewOn: CalendarDay.optional(),
        version: z.number(),
      }),
    ),
  }),
  access: mayReadTrajectories,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/trajectories' },
  run: async ({ db, tenantId, input, today }) => {
    const [trajectories, reviews, organisations, known, settings] = await Promise.all([
      listTrajectories(db, tenantId, [input.participantId]),
      listReviews(db, tenantId, input.participantId),
      organisationNames(db, tenantId),
      callNames(db, tenantId, [input.participantId]),
      mapTypeSettings(db, tenantId),
    ])
    found(known.get(input.participantId), 'participant')
    const members = await memberNames(db, tenantId, [...new Set(trajectories.map(trajectory => trajectory.coordinatorId))])
    return {
      trajectories: trajectories.map(trajectory => {
        const { nl, en } = trajectoryLabel(trajectory.type, trajectory.endedOn ?? today, settings)
        const { id, referralId, type, law, state, startedOn, plannedEndOn, endedOn, version } = trajectory
        const { voluntary, pausedOn, pauseReason, returnOn } = trajectory
        return {
          ...{ id, referralId, type, law, state, startedOn, plannedEndOn, endedOn, version },
          ...{ voluntary, pausedOn, pauseReason, returnOn, phase: phaseOf(trajectory) },
          label: { nl, en },
          organisationName: organisations.find(each => each.id === trajectory.organisationId)?.name ?? '',
          coordinatorName: members.get(trajectory.coordinatorId)?.name ?? '',
          nextReviewOn: reviews.find(review => review.trajectoryId === id && review.state === 'planned')?.plannedOn,
        }
      }),
    }
  },
})
