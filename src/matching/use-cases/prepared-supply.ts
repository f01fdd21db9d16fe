import type { OfferId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { type KnownPlace, type OfferTally, readOffers, readOffersAgain } from '#supply'
import { dutchLexicon, type Lexicon, type PlacesNow, prepareOffers, type PreparedOffers, withPlaces } from '../domain/index.ts'
import { lexiconOfSets } from '../domain/synonym-list.ts'
import { listSynonyms } from '../storage/synonyms.ts'
import { matchOfferOf, placesOf } from './match-offer-of.ts'

/** The supply of one municipality, read and made ready for many wishes. */
export interface PreparedSupply {
  readonly prepared: PreparedOffers
  readonly offers: ReadonlyMap<string, KnownPlace>
}

interface Kept extends PreparedSupply {
  readonly supplyStamp: string
  readonly lexicon: KeptLexicon
}
interface KeptLexicon {
  readonly stamp: string
  readonly lexicon: Lexicon
}

export interface Stamps {
  readonly supply: string
  readonly synonyms: string
}

const NO_SYNONYMS = '0 '
const MOST_MUNICIPALITIES = 40

/** Per municipality in this process. The last used stays; each entry is only used while its stamps are those of the database. */
const kept = new Map<TenantId, Kept>()
/** Two who find the same old entry read the supply once. */
const reading = new Map<string, Promise<Kept>>()

let shipped: Lexicon | undefined
const shippedLexicon = (): Lexicon => (shipped ??= dutchLexicon())

const readLexicon = async (db: Db, tenantId: TenantId, stamp: string): Promise<KeptLexicon> => {
  const known = kept.get(tenantId)?.lexicon
  if (known?.stamp === stamp) return known
  if (stamp === NO_SYNONYMS) return { stamp, lexicon: shippedLexicon() }
  return { stamp, lexicon: dutchLexicon([lexiconOfSets(await listSynonyms(db, tenantId))]) }
}

/** Of the supply as it was known, only what changed is read and prepared anew. */
const readSupply = async (db: Db, tenantId: TenantId, stamps: Stamps): Promise<Kept> => {
  const before = kept.get(tenantId)
  const [offers, lexicon] = await Promise.all([
    before === undefined ? readOffers(db, tenantId) : readOffersAgain(db, tenantId, before.offers),
    readLexicon(db, tenantId, stamps.synonyms),
  ])
  const known = new Map(before?.prepared.offers.map(({ offer }) => [offer.id, offer]))
  const matchOffers = offers.map(offer => {
    const same = before?.offers.get(offer.id) === offer ? known.get(offer.id) : undefined
    return same ?? matchOfferOf(offer)
  })
  return {
    supplyStamp: stamps.supply,
    lexicon,
    prepared: prepareOffers(matchOffers, lexicon.lexicon, before?.prepared),
    offers: new Map(offers.map(offer => [offer.id, offer])),
  }
}

const keep = (tenantId: TenantId, supply: Kept): void => {
  kept.delete(tenantId)
  kept.set(tenantId, supply)
  const [oldest] = kept.keys()
  if (kept.size > MOST_MUNICIPALITIES && oldest !== undefined) kept.delete(oldest)
}

const isCurrent = (supply: Kept | undefined, stamps: Stamps): supply is Kept =>
  supply !== undefined && supply.supplyStamp === stamps.supply && supply.lexicon.stamp === stamps.synonyms

/** The supply as it is now by its stamps: from memory, else read again. The stamps are read before the supply, so it is never older. */
export const preparedSupply = async (db: Db, tenantId: TenantId, stamps: Stamps): Promise<PreparedSupply> => {
  const known = kept.get(tenantId)
  if (isCurrent(known, stamps)) {
    keep(tenantId, known)
    return known
  }
  const key = `${tenantId} ${stamps.supply} ${stamps.synonyms}`
  const other = await reading.get(key)?.catch(() => undefined)
  if (other !== undefined) return other
  const own = readSupply(db, tenantId, stamps)
  reading.set(key, own)
  try {
    const supply = await own
    keep(tenantId, supply)
    return supply
  } finally {
    reading.delete(key)
  }
}

/** The supply with the places of this moment. */
export const supplyNow = ({ prepared, offers }: PreparedSupply, tallies: ReadonlyMap<OfferId, OfferTally>): PreparedOffers => {
  const now = new Map<string, PlacesNow>()
  for (const [id, tally] of tallies) {
    const offer = offers.get(id)
    if (offer !== undefined) now.set(id, placesOf(offer.content, tally))
  }
  return withPlaces(prepared, now)
}
