import { SLICES } from '#kernel'
import { allow } from '#platform'

export const maySeeOwnStep = allow({
  to: 'see the own next step and what goes with it',
  who: ['participant'],
  reads: ['name', 'plan', 'placements', 'appointments', 'trajectory', 'referral', 'log', 'sharing'],
})

export const mayLookTogether = allow({
  to: 'look together with the person at the own next step',
  who: ['coach', 'workcoach'],
  reads: ['name', 'plan', 'placements', 'appointments', 'trajectory', 'referral', 'log', 'sharing'],
})

export const mayReadPlanSheet = allow({
  to: 'read the plan on one sheet, with who helps',
  who: ['participant', 'coach', 'workcoach'],
  reads: ['name', 'plan', 'placements', 'appointments', 'trajectory', 'referral'],
})

export const maySeeOwnWeek = allow({
  to: 'see what is planned in the coming days',
  who: ['participant'],
  reads: ['plan', 'placements', 'appointments', 'trajectory'],
})

export const mayTakeOwnData = allow({
  to: 'read and take along all that is known about oneself',
  who: ['participant'],
  reads: ['name', 'identity', 'contact', 'plan', 'log', 'sharing'],
  optional: SLICES.filter(slice => slice !== 'bsn' && slice !== 'own_placements'),
})

export const maySeeProfile = allow({
  to: 'see who somebody is in own words, and what was asked to be corrected',
  who: ['participant', 'coach', 'workcoach'],
  reads: ['name', 'identity', 'contact', 'plan'],
})
