import { allow } from '#platform'

export const mayReadTrajectoryState = allow({
  to: 'read state, dates and the agreements meant for the municipality',
  who: ['serviceplein'],
  reads: ['name', 'identity', 'trajectory', 'agreements'],
  wide: { serviceplein: ['name', 'identity', 'trajectory', 'agreements'] },
})
