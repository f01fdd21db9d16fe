import { z } from 'zod'
import { accept, AppointmentId, type Decision, MembershipId, ParticipantId, refuse, ReviewId } from '#kernel'

export const APPOINTMENT_KINDS = ['firstConversation', 'conversation', 'review', 'threeWay', 'other'] as const
export const AppointmentKind = z.enum(APPOINTMENT_KINDS)
export type AppointmentKind = z.infer<typeof AppointmentKind>

export const APPOINTMENT_STATES = ['planned', 'held', 'cancelled', 'missed'] as const
export const AppointmentState = z.enum(APPOINTMENT_STATES)
export type AppointmentState = z.infer<typeof AppointmentState>

/** A moment in the diary of a member with a participant. */
export const Appointment = z.object({
  id: AppointmentId,
  participantId: ParticipantId,
  membershipId: MembershipId,
  kind: AppointmentKind,
  startsAt: z.date(),
  minutes: z.int().min(5).max(600),
  place: z.string().nullable(),
  reviewId: ReviewId.nullable(),
  state: AppointmentState,
  version: z.int().positive(),
})
export type Appointment = z.infer<typeof Appointment>

export type AppointmentAction = 'move' | 'cancel' | 'restore' | 'hold' | 'miss'

/** What may be done with an appointment in each state: guard, buttons and tests read this one table. */
export const APPOINTMENT_ACTIONS: Readonly<Record<AppointmentState, readonly AppointmentAction[]>> = {
  planned: ['move', 'cancel', 'hold', 'miss'],
  held: ['restore'],
  missed: ['restore'],
  cancelled: ['restore'],
}

const RESULT: Readonly<Record<Exclude<AppointmentAction, 'move'>, AppointmentState>> = {
  cancel: 'cancelled',
  restore: 'planned',
  hold: 'held',
  miss: 'missed',
}

export const canDoWithAppointment = (appointment: Pick<Appointment, 'state'>, action: AppointmentAction): boolean =>
  APPOINTMENT_ACTIONS[appointment.state].includes(action)

/** The state after an action, or why it cannot be done now. An appointment is held or missed only once it has begun. */
export const decideAppointment = (
  appointment: Pick<Appointment, 'state' | 'startsAt'>,
  action: Exclude<AppointmentAction, 'move'>,
  now: Date,
): Decision<AppointmentState, 'notPossibleNow'> => {
  if (!canDoWithAppointment(appointment, action)) return refuse('notPossibleNow', undefined, { state: appointment.state })
  if ((action === 'hold' || action === 'miss') && appointment.startsAt > now) {
    return refuse('notPossibleNow', undefined, { state: 'notYetBegun' })
  }
  return accept(RESULT[action])
}
