import { z } from 'zod'
import { query } from '#platform'
import { mayManageSupply } from '../access.ts'
import { findDoubles } from '../domain/doubles.ts'
import { keptApartSet, pairKey } from '../domain/import/plan-rows.ts'
import { listKeptApart } from '../storage/kept-apart.ts'
import { listActiveOffers } from '../storage/offers.ts'
import { OfferView, offerView } from './offer-view.ts'

const MOST_SHOWN = 50

export const listDoubles = query({
  name: 'supply.listDoubles',
  summary: 'Offers that are probably the same: a similar name at the same organisation, postcode and time',
  input: z.object({}),
  output: z.object({ doubles: z.array(z.object({ first: OfferView, second: OfferView })), total: z.number() }),
  access: mayManageSupply,
  personal: false,
  rest: { method: 'GET', path: '/offer-doubles' },
  run: async ({ db, tenantId, today }) => {
    const [offers, pairs] = await Promise.all([listActiveOffers(db, tenantId), listKeptApart(db, tenantId)])
    const apart = keptApartSet(pairs)
    const doubles = findDoubles(offers.map(offer => ({ key: offer, offer: offer.content }))).filter(
      ({ first, second }) => !apart.has(pairKey(first.id, second.id)),
    )
    return {
      doubles: doubles
        .slice(0, MOST_SHOWN)
        .map(({ first, second }) => ({ first: offerView(first, today), second: offerView(second, today) })),
      total: doubles.length,
    }
  },
})
