import type { OfferId } from '#kernel'
import { nameKey, nameLikeness, offerKey, organisationKey } from '../compare-names.ts'
import type { Offer, OfferField } from '../offer.ts'
import { IMPORT_COLUMNS } from './columns.ts'
import { parsePostcode } from './parse-contact.ts'
import type { ParsedRow } from './parse-row.ts'
import type { RowText } from './row-text.ts'

/**
 * Where an offer stands in a list. `originals` is what that list said at the last import, before any correction; `extra`
 * holds its columns without a meaning.
 */
export interface OfferSource {
  readonly source: string
  readonly number?: string | undefined
  readonly originals: RowText['originals']
  readonly extra: RowText['extra']
}

/** An offer as Opstap has it. A merged offer has several sources. `correctedFields` were changed by hand in Opstap. */
export interface KnownOffer {
  readonly id: OfferId
  readonly content: Offer
  readonly sources: readonly OfferSource[]
  readonly correctedFields: readonly OfferField[]
}

export interface Recognised {
  readonly offer: KnownOffer
  /** What this list said last time; absent when the offer came from another list. */
  readonly before?: OfferSource
}

const keyOfText = (originals: RowText['originals']): string | undefined => {
  const { name = '', organisation = '', postcode = '' } = originals
  if (nameKey(name) === '') return undefined
  return offerKey({ name, organisationName: organisation, postcode: parsePostcode(postcode).value })
}

/** The same number is the same offer when the name is alike or the organisation is the same: else the list was renumbered. */
const isStillAbout = (row: ParsedRow, before: OfferSource): boolean =>
  nameLikeness(row.originals.name ?? '', before.originals.name ?? '') >= 0.6 ||
  organisationKey(row.originals.organisation ?? '') === organisationKey(before.originals.organisation ?? '')

/** Of rows that go by one name, the one that says what the list said before is the one that was taken over. */
const saysTheSame = (now: RowText['originals'], before: RowText['originals']): boolean =>
  IMPORT_COLUMNS.every(column => (now[column] ?? '') === (before[column] ?? ''))

const groupBy = <Item>(entries: readonly (readonly [string | undefined, Item])[]): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const [key, item] of entries) {
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const indexOf = (known: readonly KnownOffer[], source: string) => {
  const inList = known.flatMap(offer => offer.sources.filter(ref => ref.source === source).map(before => ({ offer, before })))
  return {
    byNumber: groupBy(inList.map(found => [found.before.number, found] as const)),
    byListKey: groupBy(inList.map(found => [keyOfText(found.before.originals), found] as const)),
    byKey: groupBy<Recognised>(known.map(offer => [offerKey(offer.content), { offer }] as const)),
  }
}

/**
 * Finds for each row (by its place in `rows`) the offer that it is about: by number in this list as long as that is stable,
 * else by name, organisation and postcode. Two rows are never taken for one offer, except both rows of a merged one.
 */
export const recognise = (
  rows: readonly ParsedRow[],
  known: readonly KnownOffer[],
  source: string,
): ReadonlyMap<number, Recognised> => {
  const { byNumber, byListKey, byKey } = indexOf(known, source)
  const timesUsed = groupBy(rows.map(row => [row.number, row] as const))
  const found = new Map<number, Recognised>()
  const claimed = new Set<OfferSource | OfferId>()
  const claim = (at: number, match: Recognised) => {
    found.set(at, match)
    claimed.add(match.offer.id)
    if (match.before) claimed.add(match.before)
  }

  for (const [at, row] of rows.entries()) {
    const [match, ...others] = byNumber.get(row.number ?? '') ?? []
    if (!match || others.length > 0 || timesUsed.get(row.number ?? '')?.length !== 1) continue
    const sameKey = byListKey.get(keyOfText(row.originals) ?? '') ?? []
    const wasRenumbered = sameKey.length > 0 && !sameKey.includes(match)
    if (!wasRenumbered && isStillAbout(row, match.before)) claim(at, match)
  }
  for (const [at, row] of rows.entries()) {
    if (found.has(at)) continue
    const sameWords = byListKey
      .get(keyOfText(row.originals) ?? '')
      ?.find(match => !claimed.has(match.before) && saysTheSame(row.originals, match.before.originals))
    if (sameWords) claim(at, sameWords)
  }
  for (const [at, row] of rows.entries()) {
    if (found.has(at)) continue
    const key = keyOfText(row.originals) ?? ''
    const inList = byListKey.get(key)?.find(match => !claimed.has(match.before))
    const elsewhere = byKey
      .get(key)
      ?.find(({ offer }) => !claimed.has(offer.id) && !offer.sources.some(ref => ref.source === source))
    const match = inList ?? elsewhere
    if (match) claim(at, match)
  }
  return found
}
