import { z } from 'zod'
import { AppointmentId, MembershipId, ParticipantId } from '#kernel'
import { query } from '#platform'
import { mayReadAppointments } from '../access.ts'
import { AppointmentKind, AppointmentState } from '../domain/appointment.ts'
import { listAppointments as loadAppointments } from '../storage/appointments.ts'

const MOST = 100

export const listAppointments = query({
  name: 'contacts.listAppointments',
  summary: 'The appointments of a dossier, latest first',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    appointments: z.array(
      z.object({
        id: AppointmentId,
        membershipId: MembershipId,
        kind: AppointmentKind,
        startsAt: z.iso.datetime(),
        minutes: z.number(),
        place: z.string().nullable(),
        state: AppointmentState,
        version: z.number(),
      }),
    ),
  }),
  access: mayReadAppointments,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/appointments' },
  oneBatch: true,
  run: async ({ db, tenantId, input }) => {
    const appointments = await loadAppointments(db, tenantId, input.participantId, MOST)
    return { appointments: appointments.map(appointment => ({ ...appointment, startsAt: appointment.startsAt.toISOString() })) }
  },
})
