import type { OfferId, OrganisationId, TenantId } from '#kernel'
import { organisationNames } from '#organisations'
import type { CommandContext, Db } from '#platform'
import { organisationKey } from '../domain/compare-names.ts'
import { mergeKnownOffers } from '../domain/merge-offers.ts'
import type { OfferRecord } from '../domain/offer-record.ts'
import type { Offer } from '../domain/offer.ts'
import { leadTo, saveOffers, type OfferTrace } from '../storage/offers.ts'

type Organisations = ReadonlyMap<string, OrganisationId>

/** Organisations of the municipality by their name for comparing. */
export const loadOrganisations = async (db: Db, tenantId: TenantId): Promise<Organisations> =>
  new Map((await organisationNames(db, tenantId)).map(({ id, name }) => [organisationKey(name), id]))

export const organisationOf = (organisations: Organisations, offer: Offer): OrganisationId | undefined => {
  const key = organisationKey(offer.organisationName)
  return key === '' ? undefined : organisations.get(key)
}

export const traceOf = ({ memberId, now }: Pick<CommandContext<unknown>, 'memberId' | 'now'>, cause: string): OfferTrace => ({
  by: memberId,
  at: now,
  cause,
})

/** The next version of an offer. */
export const changed = (offer: OfferRecord, by: Partial<OfferRecord>, now: Date): OfferRecord => ({
  ...offer,
  ...by,
  version: offer.version + 1,
  updatedAt: now,
})

/** Makes one offer of two; `kept` keeps its id, the other is kept as it was and points to it. */
export const mergePair = async (
  db: Db,
  tenantId: TenantId,
  { kept, other }: { readonly kept: OfferRecord; readonly other: OfferRecord },
  trace: OfferTrace,
): Promise<{ readonly kept: OfferRecord; readonly other: OfferRecord }> => {
  const pair = {
    kept: changed(kept, mergeKnownOffers(kept, other), trace.at),
    other: changed(other, { state: 'merged', mergedInto: kept.id }, trace.at),
  }
  // Kept with the version, so that this merge is the only one that separating them takes back.
  await saveOffers(db, tenantId, [pair.kept, pair.other], { ...trace, cause: `merged:${other.id}` })
  await leadTo(db, tenantId, other.id, kept.id)
  return pair
}

/** Tells other modules that the supply is not what it was. */
export const supplyChanged = (offerIds: readonly OfferId[]) => ({
  name: 'SupplyChanged',
  payload: { offerIds: offerIds.slice(0, 100), count: offerIds.length },
})
