import { type AppointmentId, type CalendarDay, type ClockTime, instantAt, type ParticipantId, type ReviewId } from '#kernel'
import type { CommandContext } from '#platform'
import type { AppointmentKind } from '../domain/appointment.ts'
import { insertAppointment } from '../storage/appointments.ts'

type Booking = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'memberId' | 'newId' | 'record' | 'publish'>

/** A moment in the own diary: part of a command that declares the `appointments` slice for writing. */
export const bookAppointment = async (
  { db, tenantId, memberId, newId, record, publish }: Booking,
  what: {
    readonly participantId: ParticipantId
    readonly kind: AppointmentKind
    readonly day: CalendarDay
    readonly time: ClockTime
    readonly minutes: number
    readonly place?: string | undefined
    readonly reviewId?: ReviewId
  },
): Promise<AppointmentId> => {
  const { participantId, kind, minutes } = what
  const id = newId<AppointmentId>()
  await insertAppointment(db, tenantId, {
    ...{ id, participantId, membershipId: memberId, kind, minutes, startsAt: instantAt(what.day, what.time) },
    ...{ place: what.place ?? null, reviewId: what.reviewId ?? null, state: 'planned', version: 1 },
  })
  record({ entity: 'appointment', id, version: 1, fields: ['kind', 'startsAt', 'minutes', 'place'] })
  publish({ name: 'AppointmentPlanned', payload: { participantId, appointmentId: id } })
  return id
}
