import { z } from 'zod'
import { AgreementId, CalendarDay, Law, ParticipantId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { readPerson } from '#people'
import { found, query } from '#platform'
import { AGREEMENT_OUTCOMES, PROMISERS, readMunicipalAgreements } from '#plans'
import {
  besideTrajectory,
  isOverdue,
  readReviews,
  readTrajectories,
  readTypeSettings,
  trajectoryLabel,
  TrajectoryState,
} from '#trajectories'
import { mayReadTrajectoryState } from './access.ts'

const ReviewMoment = z.object({
  plannedOn: CalendarDay,
  state: z.enum(['planned', 'held', 'cancelled']),
  heldOn: CalendarDay.optional(),
  overdue: z.boolean(),
})

/** What the municipality's contact person sees: how far it is, not what is in it. */
export const MunicipalView = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  surname: z.string(),
  trajectories: z.array(
    z.object({
      id: z.string(),
      referralId: z.string().optional(),
      label: z.object({ nl: z.string(), en: z.string() }),
      law: Law,
      state: TrajectoryState,
      organisationName: z.string(),
      coordinatorName: z.string(),
      startedOn: CalendarDay,
      plannedEndOn: CalendarDay.optional(),
      endedOn: CalendarDay.optional(),
      reviews: z.array(ReviewMoment),
    }),
  ),
  agreements: z.array(
    z.object({
      id: AgreementId,
      promisedBy: z.enum(PROMISERS),
      promisedByName: z.string().optional(),
      words: z.string(),
      until: CalendarDay.optional(),
      madeOn: CalendarDay,
      state: z.enum(['open', ...AGREEMENT_OUTCOMES]),
    }),
  ),
})
export type MunicipalView = Readonly<z.infer<typeof MunicipalView>>

export const getTrajectoryState = query({
  name: 'desk.getTrajectoryState',
  summary: "State, dates and reviews of a participant's trajectories, and the agreements meant for the municipality",
  input: z.object({ participantId: ParticipantId }),
  output: MunicipalView,
  access: mayReadTrajectoryState,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/trajectory-state' },
  run: async ({ db, tenantId, input: { participantId }, today }) => {
    const [person, trajectories, reviews, agreements, organisations, settings] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readTrajectories(db, tenantId, participantId),
      readReviews(db, tenantId, participantId),
      readMunicipalAgreements(db, tenantId, participantId),
      organisationNames(db, tenantId),
      readTypeSettings(db, tenantId),
    ])
    const { callName, surname } = found(person, 'participant')
    const members = await memberNames(db, tenantId, [...new Set(trajectories.map(trajectory => trajectory.coordinatorId))])
    return {
      participantId,
      callName,
      surname,
      trajectories: trajectories.map(({ id, referralId, type, law, state, organisationId, coordinatorId, ...dates }) => {
        const { nl, en } = trajectoryLabel(type, dates.endedOn ?? today, settings)
        return {
          id,
          ...(referralId === undefined ? {} : { referralId }),
          label: { nl, en },
          law,
          state,
          organisationName: organisations.find(organisation => organisation.id === organisationId)?.name ?? '',
          coordinatorName: members.get(coordinatorId)?.name ?? '',
          startedOn: dates.startedOn,
          plannedEndOn: dates.plannedEndOn,
          endedOn: dates.endedOn,
          reviews: reviews
            .filter(review => review.trajectoryId === id)
            .map(review => besideTrajectory(review, { state }))
            .map(review => ({
              plannedOn: review.plannedOn,
              state: review.state,
              heldOn: review.heldOn,
              overdue: isOverdue(review, today),
            })),
        }
      }),
      agreements: agreements.map(({ id, promisedBy, promisedByName, words, until, madeOn, state }) => ({
        ...{ id, promisedBy, words, madeOn, state },
        ...(promisedByName === undefined ? {} : { promisedByName }),
        ...(until === undefined ? {} : { until }),
      })),
    }
  },
})
