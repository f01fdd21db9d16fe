import { z } from 'zod'
import { type MembershipId, OfferId } from '#kernel'
import { memberNames } from '#organisations'
import { found, query } from '#platform'
import { maySeeSupply } from '../access.ts'
import { freeNow, NOBODY } from '../domain/free-places.ts'
import { LEAD_FIELDS } from '../domain/offer-fields.ts'
import { differingFields, type OfferRecord } from '../domain/offer-record.ts'
import { OFFER_FIELDS } from '../domain/offer.ts'
import { listTallies } from '../storage/counts.ts'
import { findOffer, listMergedInto, listVersions, type FormerVersion } from '../storage/offers.ts'
import { OfferView, offerView } from './offer-view.ts'

const HistoryLine = z.object({
  /** The version that this change made. */
  version: z.number(),
  at: z.iso.datetime(),
  by: z.string().optional(),
  cause: z.string(),
  fields: z.array(z.enum(LEAD_FIELDS)),
})

/** Each change with the fields that it touched: a kept version against the one that came after it. */
const historyOf = (
  versions: readonly FormerVersion[],
  current: OfferRecord,
  names: ReadonlyMap<MembershipId, { name: string }>,
) =>
  versions.map((former, at) => {
    const after = at === 0 ? current : (versions[at - 1]?.offer ?? current)
    const by = former.replacedBy === undefined ? undefined : names.get(former.replacedBy)?.name
    return {
      version: former.version + 1,
      at: former.replacedAt.toISOString(),
      ...(by === undefined ? {} : { by }),
      cause: former.cause.replace(/:.*$/, ''),
      fields: [...differingFields(former.offer.content, after.content)],
    }
  })

export const getOffer = query({
  name: 'supply.getOffer',
  summary: 'One offer: all that is known of it, its places now, where it came from and what changed',
  input: z.object({ offerId: OfferId }),
  output: OfferView.extend({
    places: z.object({
      free: z.number().optional(),
      placed: z.number(),
      waiting: z.number(),
      joined: z.number(),
      stayed: z.number(),
      stopped: z.number(),
    }),
    /** What lists say about it in their own words, by meaning, and under the headings that have no meaning here. */
    sources: z.array(
      z.object({
        source: z.string(),
        number: z.string().optional(),
        originals: z.record(z.string(), z.string()),
        extra: z.record(z.string(), z.string()),
      }),
    ),
    correctedFields: z.array(z.enum(OFFER_FIELDS)),
    history: z.array(HistoryLine),
    mergedFrom: z.array(z.object({ offerId: OfferId, name: z.string(), version: z.number() })),
    mergedInto: OfferId.optional(),
  }),
  access: maySeeSupply,
  personal: false,
  rest: { method: 'GET', path: '/offers/{offerId}' },
  run: async ({ db, tenantId, input, today }) => {
    const [record, tallies, versions, mergedFrom] = await Promise.all([
      findOffer(db, tenantId, input.offerId),
      listTallies(db, input.offerId),
      listVersions(db, tenantId, input.offerId, 50),
      listMergedInto(db, tenantId, input.offerId),
    ])
    const offer = found(record, 'offer')
    const names = await memberNames(db, tenantId, [...new Set(versions.flatMap(({ replacedBy }) => replacedBy ?? []))])
    const counts = { ...NOBODY, joined: 0, stayed: 0, stopped: 0, ...tallies.get(offer.id) }
    const free = freeNow({ capacity: offer.content.capacity, freeStated: offer.content.free }, counts)
    const { placed, waiting, joined, stayed, stopped } = counts
    return {
      ...offerView(offer, today),
      places: { placed, waiting, joined, stayed, stopped, ...(free === undefined ? {} : { free }) },
      sources: offer.sources.map(({ source, number, originals, extra }) => ({
        source,
        originals: { ...originals },
        extra: { ...extra },
        ...(number === undefined ? {} : { number }),
      })),
      correctedFields: [...offer.correctedFields],
      history: historyOf(versions, offer, names),
      mergedFrom: mergedFrom.map(({ id, content, version }) => ({ offerId: id, name: content.name, version })),
      ...(offer.mergedInto === undefined ? {} : { mergedInto: offer.mergedInto }),
    }
  },
})
