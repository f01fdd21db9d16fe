import { OFFER_FIELDS, type OfferField } from './offer.ts'

/** Fields that never change alone: a value, and the words or the date that belong to it. */
const FOLLOWS = {
  kindText: 'kind',
  targetGroupText: 'targetGroups',
  lawText: 'laws',
  freeStatedOn: 'free',
  allLanguages: 'languages',
  dutchLevel: 'languages',
  languageText: 'languages',
  phoneText: 'phone',
  lastConfirmedText: 'lastConfirmed',
} as const satisfies Partial<Record<OfferField, OfferField>>
type Follower = keyof typeof FOLLOWS

/** A field that is compared, corrected and merged as one thing with the fields that follow it. */
export type LeadField = Exclude<OfferField, Follower>

const isFollower = (field: OfferField): field is Follower => field in FOLLOWS
export const LEAD_FIELDS: readonly LeadField[] = OFFER_FIELDS.filter((field): field is LeadField => !isFollower(field))

export const withFollowers = (lead: LeadField): readonly OfferField[] => [
  lead,
  ...OFFER_FIELDS.filter(field => isFollower(field) && FOLLOWS[field] === lead),
]
