import { z } from 'zod'
import { accept, AppointmentId, CalendarDay, ClockTime, lineText, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayPlanAppointments } from '../access.ts'
import { AppointmentKind } from '../domain/appointment.ts'
import { bookAppointment } from './book-appointment.ts'

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
  run: async context => {
    const { input, today } = context
    if (input.day < today) return refuse('invalidInput', 'day', { reason: 'inPast' })
    return accept({ appointmentId: await bookAppointment(context, input) })
  },
})
