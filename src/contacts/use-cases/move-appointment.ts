import { z } from 'zod'
import { accept, AppointmentId, CalendarDay, ClockTime, instantAt, lineText, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayPlanAppointments } from '../access.ts'
import { canDoWithAppointment } from '../domain/appointment.ts'
import { getAppointment, updateAppointment } from '../storage/appointments.ts'

export const moveAppointment = command({
  name: 'contacts.moveAppointment',
  summary: 'Moves an appointment to another moment or place',
  input: z.object({
    participantId: ParticipantId,
    appointmentId: AppointmentId,
    day: CalendarDay,
    time: ClockTime,
    minutes: z.coerce.number().int().min(5).max(600),
    place: lineText(200).optional(),
    version: z.coerce.number().int().positive(),
  }),
  output: z.object({ appointmentId: AppointmentId, version: z.number() }),
  access: mayPlanAppointments,
  subject: input => input.participantId,
  rest: { method: 'PATCH', path: '/participants/{participantId}/appointments/{appointmentId}' },
  run: async ({ db, tenantId, input, today, record, publish }) => {
    const appointment = await getAppointment(db, tenantId, input.participantId, input.appointmentId)
    if (appointment.version !== input.version) {
      const { startsAt, minutes, place, version } = appointment
      return refuse('versionConflict', undefined, { current: { startsAt: startsAt.toISOString(), minutes, place, version } })
    }
    if (!canDoWithAppointment(appointment, 'move')) return refuse('notPossibleNow', undefined, { state: appointment.state })
    if (input.day < today) return refuse('invalidInput', 'day', { reason: 'inPast' })
    const moved = {
      ...appointment,
      startsAt: instantAt(input.day, input.time),
      minutes: input.minutes,
      place: input.place ?? null,
    }
    await updateAppointment(db, tenantId, moved)
    record({
      entity: 'appointment',
      id: appointment.id,
      version: appointment.version + 1,
      fields: ['startsAt', 'minutes', 'place'],
    })
    const { id: appointmentId, participantId, reviewId } = appointment
    if (reviewId !== null) publish({ name: 'ReviewTalkMoved', payload: { participantId, reviewId, day: input.day } })
    return accept({ appointmentId, version: appointment.version + 1 })
  },
})
