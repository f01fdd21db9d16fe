import { allow } from '#platform'

export const mayPrepareReviews = allow({
  to: 'prepare and look back on the reviews of a dossier',
  who: ['coach', 'workcoach'],
  reads: ['name', 'trajectory', 'plan'],
  optional: ['appointments', 'instruments', 'advice', 'referral'],
})

export const maySeeOwnReview = allow({
  to: 'see when the own next review is, and what was said at the last one',
  who: ['participant'],
  reads: ['name', 'trajectory', 'plan', 'appointments'],
  optional: ['instruments'],
})

export const mayPlanReviewTalk = allow({
  to: 'plan a review together with its moment in the diary',
  who: ['coach', 'workcoach'],
  writes: ['trajectory', 'appointments'],
})
