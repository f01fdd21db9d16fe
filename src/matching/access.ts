import { allow } from '#platform'

export const mayFindOffers = allow({
  to: 'find what fits a goal',
  who: ['coach', 'workcoach'],
  reads: ['name', 'plan'],
  optional: ['identity', 'contact', 'placements'],
})
export const mayLoadSynonyms = allow({ to: 'say which words mean the same in this municipality', who: ['beheer'] })
