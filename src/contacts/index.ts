import type { AnyUseCase } from '#platform'
import { addNote } from './use-cases/add-note.ts'
import { amendNote } from './use-cases/amend-note.ts'
import { followReview } from './use-cases/follow-review.ts'
import { giveBackDiary } from './use-cases/give-back-diary.ts'
import { handOverDiary } from './use-cases/hand-over-diary.ts'
import { listAppointments } from './use-cases/list-appointments.ts'
import { listNotes } from './use-cases/list-notes.ts'
import { markAppointment } from './use-cases/mark-appointment.ts'
import { moveAppointment } from './use-cases/move-appointment.ts'
import { planAppointment } from './use-cases/plan-appointment.ts'

export { APPOINTMENT_KINDS, type Appointment, type AppointmentKind, canDoWithAppointment } from './domain/appointment.ts'
export { type Note, NOTE_KINDS, type NoteKind } from './domain/note.ts'
export { bookAppointment } from './use-cases/book-appointment.ts'
export { readAgenda, readAppointments, readLastNoteDays, readNextMoments, readNotes } from './use-cases/read-contacts.ts'
export {
  addNote,
  amendNote,
  followReview,
  giveBackDiary,
  handOverDiary,
  listAppointments,
  listNotes,
  markAppointment,
  moveAppointment,
  planAppointment,
}

export const contactsUseCases: readonly AnyUseCase[] = [
  addNote,
  amendNote,
  listNotes,
  planAppointment,
  moveAppointment,
  markAppointment,
  listAppointments,
  followReview,
  handOverDiary,
  giveBackDiary,
]
