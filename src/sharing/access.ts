import { allow } from '#platform'

/** The person, and the coordinator who explains it: who looked, and who may look. */
export const mayReadAccess = allow({
  to: 'read who looked at or changed a dossier, when and why',
  who: ['participant', 'coach', 'workcoach'],
  reads: ['log', 'sharing'],
})

export const mayInviteParticipant = allow({
  to: 'give a participant an own sign-in',
  who: ['coach', 'workcoach'],
  reads: ['name', 'identity'],
  writes: ['sharing'],
})
