import { allow } from '#platform'

export const mayReadFigures = allow({
  to: 'read the figures of the whole municipality, in which nobody can be recognised',
  who: ['beleid'],
})
