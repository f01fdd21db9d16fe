export type { CostKind, ExperienceSummary, KnownDayPart, MatchOffer, Weekday, WeekSlot } from './match-offer.ts'
export type { Availability, Energy, MatchWish, TravelMode } from './match-wish.ts'
export type { Lexicon } from './lexicon.ts'
export { dutchLexicon } from './synonyms.ts'
export { prepareOffers, type PreparedOffers } from './prepare-offers.ts'
export { rankOffers, type Match, type NearMiss, type Ranking, type RankOptions } from './rank-offers.ts'
export { LIMIT_NAMES, type LimitName } from './limits.ts'
export { isToCheck, type Reason, type ReasonCode } from './reasons.ts'
export type { Hint } from './near-miss.ts'
export type { Moment } from './week.ts'
export type { SoftFit } from './soft-fit.ts'
export {
  explain,
  explainEn,
  explainHint,
  explainNl,
  explainReason,
  REASON_TEXTS,
  type ReasonTexts,
  type Told,
} from './explain.ts'
export { type PlacesNow, withPlaces } from './with-places.ts'
