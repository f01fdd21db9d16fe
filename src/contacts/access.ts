import { allow } from '#platform'

const COACHES = ['coach', 'workcoach'] as const

export const mayWriteNotes = allow({ to: 'write a note in a dossier', who: COACHES, writes: ['notes'] })
export const mayReadNotes = allow({ to: 'read the notes of a dossier', who: COACHES, reads: ['notes'] })
export const mayPlanAppointments = allow({
  to: 'plan and change appointments of a dossier',
  who: COACHES,
  writes: ['appointments'],
})
/** By the system only, when a trajectory changes hands. */
export const mayFollowCoordinator = allow({
  to: 'let planned appointments go along with a trajectory',
  who: [],
  writes: ['appointments'],
})
export const mayReadAppointments = allow({
  to: 'read the appointments of a dossier',
  who: [...COACHES, 'participant'],
  reads: ['appointments'],
})
