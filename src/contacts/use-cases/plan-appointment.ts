import { z } from 'zod'
import { accept, AppointmentId, CalendarDay, ClockTime, instantAt, lineText, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayPlanAppointments } from '../access.ts'
import { AppointmentKind } from '../domain/appointment.ts'
import { insertAppointment } from '../storage/appointments.ts'

export const planAppointment = command({
  name: 'contacts.planAppointment',
  summary: 'Plans an appointment with a participant in the own diary; times are those of the clock in the Netherlands',
  input: z.object({
    participantId: ParticipantId,
    kind: AppointmentKind,
    day: CalendarDay,
    time: ClockTime,
    minutes: z.coerce.number().int().min(5).max(600).default(60),
    place: lineText(200).optional(),
  }),
  output: z.object({ appointmentId: AppointmentId }),
  access: mayPlanAppointments,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/appointments', status: 201 },
  run: async ({ db, tenantId, memberId, input, today, newId, record, publish }) => {
    if (input.day < today) return refuse('invalidInput', 'day', { reason: 'inPast' })
    const appointmentId = newId<AppointmentId>()
    await insertAppointment(db, tenantId, {
      id: appointmentId,
      participantId: input.participantId,
      membershipId: memberId,
      kind: input.kind,
      startsAt: instantAt(input.day, input.time),
      minutes: input.minutes,
      place: input.place ?? null,
      reviewId: null,
      state: 'planned',
      version: 1,
    })
    record({ entity: 'appointment', id: appointmentId, version: 1, fields: ['kind', 'startsAt', 'minutes', 'place'] })
    publish({ name: 'AppointmentPlanned', payload: { participantId: input.participantId, appointmentId } })
    return accept({ appointmentId })
  },
})
