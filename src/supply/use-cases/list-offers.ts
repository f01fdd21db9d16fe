import { z } from 'zod'
import { Law, WheelArea } from '#kernel'
import { query } from '#platform'
import { maySeeSupply } from '../access.ts'
import { offersToCsv } from '../domain/export-offers.ts'
import { DEFAULT_FRESHNESS } from '../domain/freshness.ts'
import { OfferKind } from '../domain/offer.ts'
import { listFilterChoices, listOffersOf, OFFER_SORTS } from '../storage/offer-list.ts'
import { FRESHNESSES, OfferView, offerView } from './offer-view.ts'

const chosen = z.stringbool({ truthy: ['yes', 'true', '1', 'ja'], falsy: ['no', 'false', '0', 'nee', ''] })

const filter = {
  text: z.string().max(200).optional(),
  area: WheelArea.optional(),
  kind: OfferKind.optional(),
  law: Law.optional(),
  organisation: z.string().max(300).optional(),
  place: z.string().max(300).optional(),
  freshness: z.enum(FRESHNESSES).optional(),
  withPlaces: chosen.optional(),
  archived: chosen.optional(),
  sort: z.enum(OFFER_SORTS).default('name'),
  descending: chosen.default(false),
}

const OFFERS_PER_PAGE = 30

export const listOffers = query({
  name: 'supply.listOffers',
  summary: 'The supply of the municipality, filtered and sorted, with the places that are free now',
  input: z.object({ ...filter, page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  output: z.object({
    offers: z.array(OfferView.extend({ free: z.number().optional(), waiting: z.number() })),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    /** What the filters offer, and how much supply there is without any filter. */
    choices: z.object({ organisations: z.array(z.string()), places: z.array(z.string()), count: z.number() }),
  }),
  access: maySeeSupply,
  personal: false,
  rest: { method: 'GET', path: '/offers' },
  run: async ({ db, tenantId, input, today }) => {
    const { page, sort, descending, ...where } = input
    const [{ offers, total }, choices] = await Promise.all([
      listOffersOf(db, tenantId, where, {
        today,
        rule: DEFAULT_FRESHNESS,
        sort,
        descending,
        limit: OFFERS_PER_PAGE,
        offset: (page - 1) * OFFERS_PER_PAGE,
      }),
      listFilterChoices(db, tenantId),
    ])
    return {
      offers: offers.map(({ offer, free, waiting }) => ({
        ...offerView(offer, today),
        waiting,
        ...(free === null ? {} : { free }),
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / OFFERS_PER_PAGE)),
      choices: { organisations: [...choices.organisations], places: [...choices.places], count: choices.count },
    }
  },
})

const MOST_EXPORTED = 50_000

export const exportOffers = query({
  name: 'supply.exportOffers',
  summary: 'The supply of the municipality as CSV, filtered and sorted as the list, that can be imported again',
  input: z.object({ ...filter, language: z.enum(['nl', 'en']).default('nl') }),
  output: z.object({ fileName: z.string(), csv: z.string(), count: z.number() }),
  access: maySeeSupply,
  personal: false,
  rest: { method: 'GET', path: '/offers/export' },
  run: async ({ db, tenantId, input, today }) => {
    const { sort, descending, language, ...where } = input
    const { offers } = await listOffersOf(db, tenantId, where, {
      today,
      rule: DEFAULT_FRESHNESS,
      sort,
      descending,
      limit: MOST_EXPORTED,
      offset: 0,
    })
    const exported = offers.map(({ offer }, at) => ({
      number: offer.sources.find(({ number }) => number !== undefined)?.number ?? `${at + 1}`,
      offer: offer.content,
    }))
    return {
      fileName: `${language === 'nl' ? 'aanbod' : 'supply'}-${today}.csv`,
      csv: offersToCsv(exported, language),
      count: offers.length,
    }
  },
})
