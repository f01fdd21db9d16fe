import type { CefrLevel, Language } from '#kernel'
import { costPerVisit, dutchNeeded, kmBetween, type LimitName, type WishInHand } from './limits.ts'
import type { MatchOffer } from './match-offer.ts'
import { momentsOf, timeFit, type Moment } from './week.ts'

/** What would make an offer fit that fails on one or two limits. Each is enough for its own limit. */
export type Hint =
  | { readonly code: 'ifMomentsCan'; readonly moments: readonly Moment[] }
  | { readonly code: 'ifFurther'; readonly km: number; readonly maxKm: number }
  | { readonly code: 'ifDutch'; readonly level: CefrLevel }
  | { readonly code: 'ifLanguage'; readonly languages: readonly Language[] }
  | { readonly code: 'ifIndication' }
  | { readonly code: 'waitingList' }
  | { readonly code: 'full' }
  | { readonly code: 'ifCost'; readonly cents: number; readonly extraCents: number }
  | { readonly code: 'ifSitter'; readonly moment?: Moment }

/** Limits that can be done something about. Nobody can change age, sex or the group they belong to. */
const CHANGEABLE: ReadonlySet<LimitName> = new Set<LimitName>([
  'time',
  'distance',
  'language',
  'indication',
  'capacity',
  'cost',
  'childcare',
])
export const MOST_FAILURES = 2
const MOST_MOMENTS = 2

export const isNearMiss = (failed: readonly LimitName[]): boolean =>
  failed.length > 0 && failed.length <= MOST_FAILURES && failed.every(limit => CHANGEABLE.has(limit))

/** On a day when the person can already come at some other hour, else the first in the week. */
const easiestMoment = (missing: readonly Moment[], { free }: WishInHand): Moment | undefined =>
  missing.find(({ weekday }) => weekday !== undefined && (free?.[weekday] ?? []).length > 0) ?? missing[0]

const timeHint = (offer: MatchOffer, inHand: WishInHand): Hint | undefined => {
  if (inHand.free === undefined) return undefined
  const { missing } = timeFit(offer, inHand.free)
  if (offer.everySlot === true) return missing.length > MOST_MOMENTS ? undefined : { code: 'ifMomentsCan', moments: missing }
  const moment = easiestMoment(missing, inHand)
  return moment === undefined ? undefined : { code: 'ifMomentsCan', moments: [moment] }
}

/** Rounded up, so that the distance said is always enough. */
const distanceHint = (offer: MatchOffer, { wish }: WishInHand): Hint | undefined => {
  const km = kmBetween(offer, wish)
  if (km === undefined || wish.maxDistanceKm === undefined) return undefined
  return { code: 'ifFurther', km: Math.ceil(km * 10) / 10, maxKm: wish.maxDistanceKm }
}

const languageHint = (offer: MatchOffer): Hint => {
  const level = dutchNeeded(offer)
  return level === undefined ? { code: 'ifLanguage', languages: offer.languages } : { code: 'ifDutch', level }
}

const costHint = (offer: MatchOffer, { wish }: WishInHand): Hint | undefined => {
  const cost = costPerVisit(offer)
  if (cost === undefined || wish.maxCostCents === undefined) return undefined
  const cents = Math.ceil(cost)
  return { code: 'ifCost', cents, extraCents: cents - wish.maxCostCents }
}

const childcareHint = (offer: MatchOffer, inHand: WishInHand): Hint => {
  const fitting = inHand.free === undefined ? momentsOf(offer) : timeFit(offer, inHand.free).fitting
  const moment = offer.flexible ? undefined : (fitting[0] ?? momentsOf(offer)[0])
  return moment === undefined ? { code: 'ifSitter' } : { code: 'ifSitter', moment }
}

const hintFor = (limit: LimitName, offer: MatchOffer, inHand: WishInHand): Hint | undefined => {
  switch (limit) {
    case 'time':
      return timeHint(offer, inHand)
    case 'distance':
      return distanceHint(offer, inHand)
    case 'language':
      return languageHint(offer)
    case 'indication':
      return { code: 'ifIndication' }
    case 'capacity':
      return { code: offer.waitingList === true ? 'waitingList' : 'full' }
    case 'cost':
      return costHint(offer, inHand)
    case 'childcare':
      return childcareHint(offer, inHand)
    case 'age':
    case 'sex':
    case 'targetGroup':
      return undefined
  }
}

/** Undefined when not all of the failed limits can be helped. */
export const hintsFor = (failed: readonly LimitName[], offer: MatchOffer, inHand: WishInHand): readonly Hint[] | undefined => {
  const hints = failed.map(limit => hintFor(limit, offer, inHand)).filter(hint => hint !== undefined)
  return hints.length === failed.length ? hints : undefined
}
