import { z } from 'zod'
import { accept, AppointmentId, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayPlanAppointments } from '../access.ts'
import { AppointmentState, decideAppointment } from '../domain/appointment.ts'
import { getAppointment, updateAppointment } from '../storage/appointments.ts'

export const markAppointment = command({
  name: 'contacts.markAppointment',
  summary: 'Marks an appointment as held, missed or cancelled, or plans it again (undo)',
  input: z.object({
    participantId: ParticipantId,
    appointmentId: AppointmentId,
    action: z.enum(['hold', 'miss', 'cancel', 'restore']),
    version: z.coerce.number().int().positive(),
  }),
  output: z.object({ appointmentId: AppointmentId, state: AppointmentState, version: z.number() }),
  access: mayPlanAppointments,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/appointments/{appointmentId}/marks' },
  run: async ({ db, tenantId, input, now, record }) => {
    const appointment = await getAppointment(db, tenantId, input.participantId, input.appointmentId)
    if (appointment.version !== input.version) {
      const { startsAt, state, version } = appointment
      return refuse('versionConflict', undefined, { current: { startsAt: startsAt.toISOString(), state, version } })
    }
    const decision = decideAppointment(appointment, input.action, now)
    if (!decision.ok) return decision
    await updateAppointment(db, tenantId, { ...appointment, state: decision.value })
    record({ entity: 'appointment', id: appointment.id, version: appointment.version + 1, fields: ['state'] })
    return accept({ appointmentId: appointment.id, state: decision.value, version: appointment.version + 1 })
  },
})
