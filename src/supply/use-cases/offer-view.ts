import { z } from 'zod'
import { OfferId, OrganisationId, type CalendarDay } from '#kernel'
import { DEFAULT_FRESHNESS, freshness } from '../domain/freshness.ts'
import { OFFER_STATES, type OfferRecord } from '../domain/offer-record.ts'
import { Offer } from '../domain/offer.ts'

export const FRESHNESSES = ['fresh', 'ageing', 'stale', 'unknown'] as const

/** An offer as pages and the API show it. */
export const OfferView = z.object({
  offerId: OfferId,
  version: z.number(),
  state: z.enum(OFFER_STATES),
  organisationId: OrganisationId.optional(),
  offer: Offer,
  freshness: z.enum(FRESHNESSES),
  lastConfirmedBy: z.string().optional(),
})
export type OfferView = z.infer<typeof OfferView>

export const offerView = (record: OfferRecord, today: CalendarDay): OfferView => ({
  offerId: record.id,
  version: record.version,
  state: record.state,
  ...(record.organisationId === undefined ? {} : { organisationId: record.organisationId }),
  offer: record.content,
  freshness: freshness(record.content.lastConfirmed, today, DEFAULT_FRESHNESS),
  ...(record.lastConfirmedBy === undefined ? {} : { lastConfirmedBy: record.lastConfirmedBy }),
})
