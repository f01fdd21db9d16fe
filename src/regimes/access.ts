import { allow, ROLES } from '#platform'

/** Amounts and terms say nothing about anybody. */
export const mayReadLimits = allow({
  to: 'see which amounts and terms hold, with their source',
  who: ROLES.filter(role => role !== 'participant'),
})
export const maySetLimits = allow({ to: 'set an amount or a term for the municipality', who: ['beheer'] })
