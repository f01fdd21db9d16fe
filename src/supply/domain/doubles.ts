import { foldText } from '#kernel'
import { nameLikeness, organisationKey } from './compare-names.ts'
import type { Offer } from './offer.ts'

export interface Candidate<Key> {
  readonly key: Key
  readonly offer: Offer
}
/** Two offers that are probably one; `second` came later in the list that was given. */
export interface Double<Key> {
  readonly first: Key
  readonly second: Key
}

const ALIKE = 0.8
/** Beyond this many different names at one address and time only the first are compared: no list has them in earnest. */
const MOST_COMPARED = 200

const timesKey = ({ times }: Offer): string =>
  times.slots.length + times.dayParts.length > 0
    ? JSON.stringify([
        times.slots.map(slot => [slot.weekday, slot.from, slot.to]),
        times.dayParts.map(part => [part.weekday, part.part]),
      ])
    : foldText(times.text)

/** Organisation, place and time: what a real double shares to the letter. Without an organisation nothing is a double. */
const bucketOf = (offer: Offer): string | undefined => {
  const organisation = organisationKey(offer.organisationName)
  const where = offer.postcode ?? foldText(`${offer.address} ${offer.place}`)
  return organisation === '' ? undefined : JSON.stringify([organisation, where, timesKey(offer)])
}

/**
 * Offers that are probably one: a similar name, and the same organisation, postcode and time. Never two organisations: the
 * same garden paid from two funds is an overlap to talk about, not a double to merge.
 */
export const findDoubles = <Key>(candidates: readonly Candidate<Key>[]): readonly Double<Key>[] => {
  const buckets = new Map<string, Candidate<Key>[]>()
  const doubles: Double<Key>[] = []
  for (const candidate of candidates) {
    const bucket = bucketOf(candidate.offer)
    if (bucket === undefined) continue
    const earlier = buckets.get(bucket) ?? []
    buckets.set(bucket, earlier)
    const first = earlier.find(({ offer }) => nameLikeness(offer.name, candidate.offer.name) >= ALIKE)
    if (first) doubles.push({ first: first.key, second: candidate.key })
    else if (earlier.length < MOST_COMPARED) earlier.push(candidate)
  }
  return doubles
}
