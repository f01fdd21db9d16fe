import type { CalendarDay, GeoPoint, OfferId, ParticipantId, TenantId } from '#kernel'
import type { Contact, Person } from '#people'
import type { Db } from '#platform'
import { type Goal, isLive, type Placement, type Plan } from '#plans'
import { offerCounts, type OfferTally, pointOf, supplyStamp } from '#supply'
import { rankOffers } from '../domain/index.ts'
import { synonymStamp } from '../storage/synonyms.ts'
import { matchView, type MatchView, nearMissView, type NearMissView } from './match-view.ts'
import { matchWishOf } from './match-wish-of.ts'
import { preparedSupply, type PreparedSupply, type Stamps, supplyNow } from './prepared-supply.ts'

/** What the caller read of a dossier, as far as it was shared. */
export interface KnownDossier {
  readonly participantId: ParticipantId
  readonly callName: string
  readonly plan: Plan
  readonly person: Pick<Person, 'birthDate' | 'sex'> | undefined
  readonly contact: Pick<Contact, 'language' | 'postcode' | 'place'> | undefined
  readonly placements: readonly Placement[]
  readonly today: CalendarDay
}

/** How the supply is at this moment: whether it changed, and who is placed where. */
export interface SupplyState {
  readonly stamps: Stamps
  readonly tallies: ReadonlyMap<OfferId, OfferTally>
}

export const readSupplyState = async (db: Db, tenantId: TenantId): Promise<SupplyState> => {
  const [supply, synonyms, tallies] = await Promise.all([supplyStamp(db, tenantId), synonymStamp(db, tenantId), offerCounts(db)])
  return { stamps: { supply, synonyms }, tallies }
}

/** Where somebody lives, as far as shared and known. */
export const homeOf = async (db: Db, tenantId: TenantId, contact: KnownDossier['contact']): Promise<GeoPoint | undefined> => {
  if (contact?.postcode === undefined && contact?.place === undefined) return undefined
  return pointOf(db, tenantId, { postcode: contact.postcode, place: contact.place })
}

export interface FoundOffers {
  readonly matches: readonly MatchView[]
  /** There are more than were asked for. */
  readonly more: boolean
  readonly nearMisses: readonly NearMissView[]
  readonly nothing: boolean
}

const NEAR_LIMIT = 5

/** Ranks the supply of this moment for each goal. */
export const rankFor = (
  dossier: KnownDossier,
  supply: PreparedSupply,
  tallies: SupplyState['tallies'],
  home: GeoPoint | undefined,
) => {
  const { plan, person, contact, placements, callName, today } = dossier
  const prepared = supplyNow(supply, tallies)
  const view = { offers: supply.offers, tallies, placements, callName, today }
  const comesThere = new Set<string>(placements.filter(isLive).map(({ offerId }) => offerId))
  return (goal: Goal, limit: number): FoundOffers => {
    const wish = matchWishOf({ plan, person, contact, home, today }, goal)
    const ranking = rankOffers(wish, prepared, { limit: limit + 1, nearLimit: NEAR_LIMIT + comesThere.size })
    return {
      matches: ranking.matches.slice(0, limit).flatMap(match => matchView(match, view)),
      more: ranking.matches.length > limit,
      nearMisses: ranking.nearMisses
        .filter(({ offerId }) => !comesThere.has(offerId))
        .slice(0, NEAR_LIMIT)
        .flatMap(miss => nearMissView(miss, view)),
      nothing: ranking.nothing,
    }
  }
}

/** The supply of this municipality, from memory when it did not change. */
export const supplyOf = (db: Db, tenantId: TenantId, { stamps }: SupplyState): Promise<PreparedSupply> =>
  preparedSupply(db, tenantId, stamps)
