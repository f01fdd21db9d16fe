import { allow } from '#platform'

/** The person, and the coordinator who explains it: who looked, and who may look. */
export const mayReadAccess = allow({
  to: 'read who looked at or changed a dossier, when and why',
  who: ['participant', 'coach', 'workcoach'],
  reads: ['log', 'sharing'],
})

/** The sign-in opens the plan, so only who writes that plan gives it: not an organisation that was merely asked. */
export const mayInviteParticipant = allow({
  to: 'give a participant an own sign-in',
  who: ['coach', 'workcoach'],
  reads: ['name', 'identity'],
  writes: ['sharing', 'plan'],
})
