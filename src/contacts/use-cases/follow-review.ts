import { z } from 'zod'
import { accept, AppointmentId, CalendarDay, clockTimeIn, instantAt, ParticipantId, ReviewId } from '#kernel'
import { command, found } from '#platform'
import { mayPlanAppointments } from '../access.ts'
import { lockReviewAppointment, updateAppointment } from '../storage/appointments.ts'

/** A review was held, called off or planned on another day: the moment in the diary that was made for it goes along. */
export const followReview = command({
  name: 'contacts.followReview',
  summary: 'Lets the moment in the diary that was made for a review go along with it',
  input: z.object({
    participantId: ParticipantId,
    reviewId: ReviewId,
    becomes: z.enum(['held', 'cancelled', 'moved']),
    /** The new day, when it was moved. */
    day: CalendarDay.optional(),
  }),
  output: z.object({ appointmentId: AppointmentId }),
  access: mayPlanAppointments,
  subject: input => input.participantId,
  run: async ({ db, tenantId, input, record }) => {
    const appointment = found(await lockReviewAppointment(db, tenantId, input), 'appointment')
    const { becomes, day } = input
    const startsAt = day === undefined ? appointment.startsAt : instantAt(day, clockTimeIn(appointment.startsAt))
    await updateAppointment(db, tenantId, { ...appointment, startsAt, state: becomes === 'moved' ? 'planned' : becomes })
    record({ entity: 'appointment', id: appointment.id, version: appointment.version + 1, fields: ['state', 'startsAt'] })
    return accept({ appointmentId: appointment.id })
  },
})
