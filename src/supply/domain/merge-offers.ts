import type { KnownOffer } from './import/recognise.ts'
import { LEAD_FIELDS, withFollowers, type LeadField } from './offer-fields.ts'
import type { Offer } from './offer.ts'

/** Whether an offer says anything about a field. */
const isKnown = (offer: Offer, field: LeadField): boolean => {
  if (field === 'cost') return offer.cost.kind !== 'unknown' || offer.cost.text !== ''
  if (field === 'times') return offer.times.text !== '' || offer.times.weekdays.length > 0
  if (field === 'kind') return offer.kind !== 'other'
  if (field === 'languages') return offer.languages.length > 0 || offer.allLanguages
  if (field === 'targetGroups') return offer.targetGroupText !== ''
  if (field === 'laws') return offer.laws.length > 0 || offer.lawText !== ''
  if (field === 'limits') return Object.values(offer.limits).some(limit => limit !== undefined)
  const value = offer[field]
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
}

const lastSaid = (offer: Offer): string => offer.lastConfirmed?.on ?? ''

/** The later of two by what they say, the first of equals. */
const newestFirst = (a: Offer, b: Offer, said: (offer: Offer) => string): readonly [Offer, Offer] =>
  said(b) > said(a) ? [b, a] : [a, b]

/**
 * One offer out of two: per field what was confirmed last, or what the other knows where that is empty. Free places follow
 * their own date; remarks of both are kept; a target group stays strict if one was.
 */
export const mergeOffers = (a: Offer, b: Offer): Offer => {
  const [newest, oldest] = newestFirst(a, b, lastSaid)
  const [freshest, stalest] = newestFirst(a, b, offer => offer.freeStatedOn ?? '')
  const fields = LEAD_FIELDS.flatMap(lead => {
    const [one, other] = lead === 'free' ? [freshest, stalest] : [newest, oldest]
    const from = isKnown(one, lead) || !isKnown(other, lead) ? one : other
    return withFollowers(lead).map(field => [field, from[field]] as const)
  })
  const remarks = [...new Set([newest.remarks, oldest.remarks])].filter(text => text !== '').join('\n')
  return { ...newest, ...Object.fromEntries(fields), remarks, targetGroupStrict: a.targetGroupStrict || b.targetGroupStrict }
}

/** Merges `other` into `kept`, which keeps its id. Both stay known in their lists, so a next import finds one offer for two rows. */
export const mergeKnownOffers = (kept: KnownOffer, other: KnownOffer): KnownOffer => ({
  id: kept.id,
  content: mergeOffers(kept.content, other.content),
  sources: [...kept.sources, ...other.sources],
  correctedFields: [...new Set([...kept.correctedFields, ...other.correctedFields])],
})
