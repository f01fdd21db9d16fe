export const ROLES = [
  'coach',
  'serviceplein',
  'workcoach',
  'kernteam',
  'teamondersteuning',
  'sociaalteam',
  'partner',
  'netwerkcoach',
  'planner',
  'beleid',
  'beheer',
  'participant',
] as const
export type Role = (typeof ROLES)[number]

/**
 * Each table with personal rows belongs to exactly one slice; a grant names slices. `own_placements` is not granted:
 * it opens, for a partner, the placements at its own offers. `sent_advice` has no table of its own: of `advice` it opens what was sent.
 */
export const SLICES = [
  'name',
  'identity',
  'bsn',
  'contact',
  'referral',
  'trajectory',
  'intake',
  'lifeAreas',
  'plan',
  'agreements',
  'placements',
  'own_placements',
  'advice',
  'sent_advice',
  'notes',
  'appointments',
  'instruments',
  'money',
  'signals',
  'safety',
  'family',
  'log',
  'sharing',
] as const
export type Slice = (typeof SLICES)[number]
