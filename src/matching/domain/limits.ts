import { CEFR_LEVELS, type CefrLevel, dayNumber, distanceKm, foldText } from '#kernel'
import type { MatchOffer } from './match-offer.ts'
import type { MatchWish } from './match-wish.ts'
import type { PreparedOffer } from './prepare-offers.ts'
import { freeWeek, timesCanBeMet, type FreeWeek } from './week.ts'

/** `none`: the offer or the person sets no such limit. `unknown`: there may be one, somebody has to ask. */
export type Verdict = 'fits' | 'fails' | 'unknown' | 'none'

export const LIMIT_NAMES = [
  'time',
  'distance',
  'language',
  'age',
  'sex',
  'targetGroup',
  'indication',
  'capacity',
  'cost',
  'childcare',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** The wish with everything worked out that is the same for each offer. */
export interface WishInHand {
  readonly wish: MatchWish
  readonly free: FreeWeek | undefined
  readonly groups: ReadonlySet<string> | undefined
  /** Day number of today. */
  readonly today: number
}

export const takeInHand = (wish: MatchWish): WishInHand => ({
  wish,
  free: freeWeek(wish.availability),
  groups: wish.targetGroups === undefined ? undefined : new Set(wish.targetGroups.map(foldText)),
  today: dayNumber(wish.today),
})

const rank = (level: CefrLevel): number => CEFR_LEVELS.indexOf(level)
export const isEnoughDutch = (level: CefrLevel, needed: CefrLevel): boolean => rank(level) >= rank(needed)
const VISITS_PER_MONTH = 4

/** Kilometres as the crow flies; undefined when a point is not known or the person need not travel. */
export const kmBetween = (offer: MatchOffer, wish: MatchWish): number | undefined =>
  needsTravel(offer) && offer.point !== undefined && wish.home !== undefined ? distanceKm(wish.home, offer.point) : undefined
export const needsTravel = (offer: MatchOffer): boolean => offer.atHome !== true && offer.online !== true

/** What one visit costs, counting a month as four visits; undefined when it cannot be said. */
export const costPerVisit = (offer: MatchOffer): number | undefined => {
  if (offer.costKind === 'free' || offer.costKind === 'allowance') return 0
  if (offer.costCents === undefined) return undefined
  if (offer.costKind === 'perTime') return offer.costCents
  return offer.costKind === 'perMonth' ? offer.costCents / VISITS_PER_MONTH : undefined
}

/** The Dutch a person needs here; undefined when Dutch is not spoken or nothing is known about it. */
export const dutchNeeded = (offer: MatchOffer): CefrLevel | undefined =>
  offer.dutchLevel ?? (offer.languages.includes('nl') ? 'A1' : undefined)

/** A language other than Dutch that both speak. */
export const sharedLanguage = (offer: MatchOffer, wish: MatchWish): MatchOffer['languages'][number] | undefined =>
  offer.languages.find(language => language !== 'nl' && wish.languages.includes(language))

const languageVerdict = (offer: MatchOffer, wish: MatchWish): Verdict => {
  if (offer.allLanguages === true || sharedLanguage(offer, wish) !== undefined) return 'fits'
  const needed = dutchNeeded(offer)
  if (needed === undefined) {
    if (offer.languages.length === 0) return 'unknown'
    return wish.languages.length === 0 ? 'unknown' : 'fails'
  }
  if (wish.dutchLevel === undefined) return wish.languages.includes('nl') && offer.dutchLevel === undefined ? 'fits' : 'unknown'
  return isEnoughDutch(wish.dutchLevel, needed) ? 'fits' : 'fails'
}

const timeVerdict = (offer: MatchOffer, free: FreeWeek | undefined): Verdict => {
  if (offer.flexible) return 'fits'
  if (offer.slots.length === 0 && offer.dayParts.length === 0) return 'unknown'
  if (free === undefined) return 'none'
  return timesCanBeMet(offer, free) ? 'fits' : 'fails'
}

const distanceVerdict = (offer: MatchOffer, wish: MatchWish): Verdict => {
  if (!needsTravel(offer)) return 'fits'
  const km = kmBetween(offer, wish)
  if (km === undefined) return 'unknown'
  if (wish.maxDistanceKm === undefined) return 'none'
  return km <= wish.maxDistanceKm ? 'fits' : 'fails'
}

const ageVerdict = ({ minAge, maxAge }: MatchOffer, { age }: MatchWish): Verdict => {
  if (minAge === undefined && maxAge === undefined) return 'none'
  if (age === undefined) return 'unknown'
  return age >= (minAge ?? 0) && age <= (maxAge ?? Infinity) ? 'fits' : 'fails'
}

const sexVerdict = (offer: MatchOffer, { sex }: MatchWish): Verdict => {
  if (offer.sex === undefined) return 'none'
  if (sex === undefined || sex === 'other') return 'unknown'
  return sex === offer.sex ? 'fits' : 'fails'
}

const targetGroupVerdict = ({ strictGroups }: PreparedOffer, groups: ReadonlySet<string> | undefined): Verdict => {
  if (strictGroups.size === 0) return 'none'
  if (groups === undefined) return 'unknown'
  return [...strictGroups.keys()].some(group => groups.has(group)) ? 'fits' : 'fails'
}

const indicationVerdict = (offer: MatchOffer, { hasIndication }: MatchWish): Verdict => {
  if (offer.indicationNeeded !== true) return 'none'
  if (hasIndication === undefined) return 'unknown'
  return hasIndication ? 'fits' : 'fails'
}

/** A negative number of places is a mistake in the list, so unknown. A stated waiting list means full unless places are counted. */
const capacityVerdict = ({ freePlaces, waitingList }: MatchOffer): Verdict => {
  if (freePlaces === undefined || freePlaces < 0) return waitingList === true ? 'fails' : 'unknown'
  return freePlaces > 0 ? 'fits' : 'fails'
}

const costVerdict = (offer: MatchOffer, { maxCostCents }: MatchWish): Verdict => {
  const cost = costPerVisit(offer)
  if (cost === undefined) return 'unknown'
  if (cost === 0) return 'fits'
  if (maxCostCents === undefined) return 'none'
  return cost <= maxCostCents ? 'fits' : 'fails'
}

const childcareVerdict = ({ childcare }: MatchOffer, { needsChildcare }: MatchWish): Verdict => {
  if (needsChildcare !== true) return 'none'
  if (childcare === undefined) return 'unknown'
  return childcare ? 'fits' : 'fails'
}

export const verdictOn = (limit: LimitName, prepared: PreparedOffer, { wish, free, groups }: WishInHand): Verdict => {
  const { offer } = prepared
  switch (limit) {
    case 'time':
      return timeVerdict(offer, free)
    case 'distance':
      return distanceVerdict(offer, wish)
    case 'language':
      return languageVerdict(offer, wish)
    case 'age':
      return ageVerdict(offer, wish)
    case 'sex':
      return sexVerdict(offer, wish)
    case 'targetGroup':
      return targetGroupVerdict(prepared, groups)
    case 'indication':
      return indicationVerdict(offer, wish)
    case 'capacity':
      return capacityVerdict(offer)
    case 'cost':
      return costVerdict(offer, wish)
    case 'childcare':
      return childcareVerdict(offer, wish)
  }
}

const NONE: readonly LimitName[] = []

/** The limits that are broken; undefined as soon as there are more than `most`, since then nothing is shown. */
export const failedLimits = (prepared: PreparedOffer, inHand: WishInHand, most: number): readonly LimitName[] | undefined => {
  let failed: LimitName[] | undefined
  for (const limit of LIMIT_NAMES) {
    if (verdictOn(limit, prepared, inHand) !== 'fails') continue
    if ((failed?.length ?? 0) === most) return undefined
    if (failed === undefined) failed = [limit]
    else failed.push(limit)
  }
  return failed ?? NONE
}
