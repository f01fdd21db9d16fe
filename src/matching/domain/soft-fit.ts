import { foldText, WHEEL_AREAS } from '#kernel'
import { kmBetween, needsTravel, type WishInHand } from './limits.ts'
import type { ExperienceSummary, MatchOffer } from './match-offer.ts'
import type { MatchWish, TravelMode } from './match-wish.ts'
import type { PreparedOffer } from './prepare-offers.ts'

/** How well an offer suits a wish, each from 0 to 1. */
export interface SoftFit {
  readonly words: number
  readonly area: number
  readonly travel: number
  readonly group: number
  readonly energy: number
  readonly freshness: number
  readonly experience: number
}

/** What each kind of fit is worth; chosen on the wishes of bench/matching that are not held out. */
export const FIT_WEIGHTS: SoftFit = {
  words: 0.45,
  area: 0.18,
  travel: 0.08,
  group: 0.1,
  energy: 0.06,
  freshness: 0.07,
  experience: 0.06,
}

/** Below this the words of an offer are chance; then only the right area makes it worth showing. */
const WORDS_THAT_COUNT = 0.12
const WORDS_WORTH_EFFORT = 0.25

const areaFit = (offer: MatchOffer, wish: MatchWish): number => {
  if (offer.areas.length === 0) return 0.4
  if (offer.areas.includes(wish.area)) return offer.areas[0] === wish.area ? 1 : 0.9
  const at = WHEEL_AREAS.indexOf(wish.area)
  const isNeighbour = offer.areas.some(area => Math.abs(WHEEL_AREAS.indexOf(area) - at) === 1)
  return isNeighbour ? 0.3 : 0
}

/** The distance at which the fit has sunk to 1/e. */
const EASY_KM: Record<TravelMode, number> = { walk: 1.5, bike: 4, publicTransport: 8, car: 12 }
const UNKNOWN_TRAVEL = 0.4

const travelFit = (offer: MatchOffer, wish: MatchWish): number => {
  if (!needsTravel(offer)) return 0.9
  const km = kmBetween(offer, wish)
  return km === undefined ? UNKNOWN_TRAVEL : Math.exp(-km / EASY_KM[wish.mode])
}

const FRESH_DAYS = 90
const STALE_DAYS = 730
const UNKNOWN_FRESHNESS = 0.25

/** Days since somebody confirmed the offer; undefined when never, or when the date lies ahead and so is a mistake. */
export const daysSinceConfirmed = ({ confirmedDay }: PreparedOffer, today: number): number | undefined =>
  confirmedDay === undefined || confirmedDay > today ? undefined : today - confirmedDay

const freshnessFit = (offer: PreparedOffer, today: number): number => {
  const days = daysSinceConfirmed(offer, today)
  if (days === undefined) return UNKNOWN_FRESHNESS
  return Math.max(0, Math.min(1, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
}

const EXPECTED_STAYED = 6
const EXPECTED_STOPPED = 2

/** As if eight people came before, of whom six stayed: one bad experience then moves the mean from 0.75 to 0.67, not to 0. */
const experienceFit = (experiences: ExperienceSummary | undefined): number => {
  const { stayed, stopped } = experiences ?? { stayed: 0, stopped: 0 }
  return (stayed + EXPECTED_STAYED) / (stayed + stopped + EXPECTED_STAYED + EXPECTED_STOPPED)
}

const energyFit = ({ offer, shortestVisit }: PreparedOffer, wish: MatchWish): number => {
  if (wish.energy !== 'little') return 0.5
  if (offer.quiet === true) return 1
  if (offer.atHome === true) return 0.8
  if (shortestVisit === undefined) return 0.5
  if (shortestVisit <= 120) return 0.65
  return 0.45
}

/** Groups that follow from what the person stated about age and sex. */
const impliedGroups = ({ age, sex }: MatchWish): readonly string[] => [
  ...(sex === 'female' ? ['vrouwen'] : []),
  ...(sex === 'male' ? ['mannen'] : []),
  ...(age !== undefined && age < 27 ? ['jongeren'] : []),
  ...(age !== undefined && age >= 65 ? ['ouderen', 'senioren'] : []),
]

/** All groups of the person, folded: worked out once per wish. */
export const groupsOf = ({ wish, groups }: WishInHand): readonly string[] => [
  ...(groups ?? []),
  ...impliedGroups(wish).map(foldText),
]

/** The groups a person belongs to, folded, and the terms they spoke of: "for single people" suits who says to be lonely. */
export interface PersonGroups {
  readonly groups: readonly string[]
  readonly terms: ReadonlySet<string>
}

/** The group for which the offer is meant and to which the person belongs, as written in the offer. */
export const commonGroup = (prepared: PreparedOffer, groups: readonly string[]): string | undefined =>
  prepared.softGroups.size === 0
    ? undefined
    : groups.map(group => prepared.softGroups.get(group)).find(text => text !== undefined)

const groupFit = (prepared: PreparedOffer, { groups, terms }: PersonGroups): number => {
  if (prepared.softGroups.size === 0) return 0.7
  if (commonGroup(prepared, groups) !== undefined) return 1
  return prepared.groupTerms.some(term => terms.has(term)) ? 0.9 : 0.2
}

export const softFit = (prepared: PreparedOffer, words: number, inHand: WishInHand, person: PersonGroups): SoftFit => ({
  words,
  area: areaFit(prepared.offer, inHand.wish),
  travel: travelFit(prepared.offer, inHand.wish),
  group: groupFit(prepared, person),
  energy: energyFit(prepared, inHand.wish),
  freshness: freshnessFit(prepared, inHand.today),
  experience: experienceFit(prepared.offer.experiences),
})

export const scoreOf = (fit: SoftFit): number =>
  fit.words * FIT_WEIGHTS.words +
  fit.area * FIT_WEIGHTS.area +
  fit.travel * FIT_WEIGHTS.travel +
  fit.group * FIT_WEIGHTS.group +
  fit.energy * FIT_WEIGHTS.energy +
  fit.freshness * FIT_WEIGHTS.freshness +
  fit.experience * FIT_WEIGHTS.experience

/** A near miss asks something of people: it is shown only when their own words lead to it. */
export const isWorthTheEffort = (words: number): boolean => words >= WORDS_WORTH_EFFORT

/** Whether an offer has to do with the wish at all: its area, or the person's own words. */
export const isAboutWish = (offer: MatchOffer, words: number, wish: MatchWish): boolean =>
  words >= WORDS_THAT_COUNT || offer.areas.includes(wish.area)
