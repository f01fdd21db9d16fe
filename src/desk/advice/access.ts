import { allow } from '#platform'

export const mayPrepareAdvice = allow({
  to: 'prepare the advice from steps, reviews, ladder and agreements, and see what became of earlier ones',
  who: ['coach', 'workcoach'],
  reads: ['name', 'trajectory', 'plan', 'advice'],
  optional: ['placements', 'instruments'],
})

export const maySeeOwnAdvice = allow({
  to: 'see what was advised about the own trajectory, say what one thinks of it, and see what the municipality decided',
  who: ['participant'],
  reads: ['name', 'trajectory', 'plan', 'sent_advice'],
})
