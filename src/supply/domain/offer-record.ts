import type { OfferId, OrganisationId } from '#kernel'
import { isSame } from './import/plan-import.ts'
import type { KnownOffer } from './import/recognise.ts'
import { LEAD_FIELDS, withFollowers, type LeadField } from './offer-fields.ts'
import type { Offer, OfferField } from './offer.ts'

/** `merged`: one with another offer, which stays; `archived`: no longer offered. Both are kept, so that either can be undone. */
export const OFFER_STATES = ['active', 'archived', 'merged'] as const
export type OfferState = (typeof OFFER_STATES)[number]

/** An offer as Opstap keeps it. */
export interface OfferRecord extends KnownOffer {
  /** The organisation in Opstap with the same name, if there is one. */
  readonly organisationId: OrganisationId | undefined
  readonly state: OfferState
  readonly mergedInto: OfferId | undefined
  /** Who confirmed it last, in words; a list does not say. */
  readonly lastConfirmedBy: string | undefined
  readonly version: number
  readonly updatedAt: Date
}

/** The fields in which two offers differ, each with what belongs to it taken as one. */
export const differingFields = (before: Offer, after: Offer): readonly LeadField[] =>
  LEAD_FIELDS.filter(lead => withFollowers(lead).some(field => !isSame(before[field], after[field])))

/** The fields that somebody corrected by hand, so that a list does not overwrite them unasked. */
export const withCorrected = (known: readonly OfferField[], changed: readonly LeadField[]): readonly OfferField[] => [
  ...new Set([...known, ...changed.flatMap(withFollowers)]),
]
