import { z } from 'zod'
import { accept, AppointmentId, CalendarDay, ClockTime, lineText, ParticipantId, ReviewId, TrajectoryId } from '#kernel'
import { bookAppointment } from '#contacts'
import { command } from '#platform'
import { bookReview } from '#trajectories'
import { mayPlanReviewTalk } from './access.ts'

const MINUTES = 60

/** One act for people, two records: the review, and when a time is known its moment in the diary. */
export const planReviewTalk = command({
  name: 'desk.planReviewTalk',
  summary: 'Plans a review, and with a time the moment in the own diary that belongs to it',
  input: z.object({
    participantId: ParticipantId,
    trajectoryId: TrajectoryId,
    plannedOn: CalendarDay,
    time: ClockTime.optional(),
    place: lineText(200).optional(),
  }),
  output: z.object({ reviewId: ReviewId, appointmentId: AppointmentId.optional() }),
  access: mayPlanReviewTalk,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/review-talks', status: 201 },
  run: async context => {
    const { participantId, plannedOn: day, time, place } = context.input
    const booked = await bookReview(context, context.input)
    if (!booked.ok) return booked
    const { reviewId } = booked.value
    if (time === undefined) return accept({ reviewId })
    const talk = { participantId, kind: 'review', day, time, minutes: MINUTES, place, reviewId } as const
    return accept({ reviewId, appointmentId: await bookAppointment(context, talk) })
  },
})
