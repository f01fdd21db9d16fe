import { allow } from '#platform'

export const mayReadTimeline = allow({
  to: 'read what was done in a dossier, as far as its parts were shared',
  who: ['coach', 'workcoach'],
  reads: ['name', 'log'],
  optional: [
    'identity',
    'contact',
    'referral',
    'trajectory',
    'intake',
    'lifeAreas',
    'plan',
    'advice',
    'placements',
    'notes',
    'appointments',
    'instruments',
    'money',
    'sharing',
  ],
})
