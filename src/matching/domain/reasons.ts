import type { CalendarDay, CefrLevel, Language, WheelArea } from '#kernel'
import {
  costPerVisit,
  dutchNeeded,
  isEnoughDutch,
  kmBetween,
  needsTravel,
  sharedLanguage,
  verdictOn,
  type WishInHand,
} from './limits.ts'
import type { CostKind } from './match-offer.ts'
import type { TravelMode } from './match-wish.ts'
import type { PreparedOffer } from './prepare-offers.ts'
import { commonGroup, daysSinceConfirmed } from './soft-fit.ts'
import { momentsOf, timeFit, type Moment } from './week.ts'
import type { WordSource, WordsFound } from './wish-words.ts'

/** A true statement about one offer for one wish. Money in cents, distance in kilometres, time in minutes after midnight. */
export type Reason =
  | { readonly code: 'timeFits'; readonly moments: readonly Moment[] }
  | { readonly code: 'timeLikely'; readonly moments: readonly Moment[] }
  | { readonly code: 'timeByArrangement' }
  | { readonly code: 'timesAre'; readonly moments: readonly Moment[] }
  | { readonly code: 'timeUnknown' }
  | { readonly code: 'distance'; readonly km: number; readonly mode: TravelMode }
  | { readonly code: 'atHome' }
  | { readonly code: 'online' }
  | { readonly code: 'distanceUnknown' }
  | { readonly code: 'placeFree'; readonly free: number }
  | { readonly code: 'placesUnknown' }
  | { readonly code: 'dutchEnough'; readonly level: CefrLevel }
  | { readonly code: 'noDutchNeeded' }
  | { readonly code: 'languageShared'; readonly language: Language }
  | { readonly code: 'allLanguages' }
  | { readonly code: 'inDutch' }
  | { readonly code: 'languageUnknown' }
  | {
      readonly code: 'wordsMatch'
      readonly theirWords: string
      readonly offerWords: readonly string[]
      readonly source: WordSource
    }
  | { readonly code: 'areaFits'; readonly area: WheelArea }
  | { readonly code: 'forGroup'; readonly group: string }
  | { readonly code: 'quiet' }
  | { readonly code: 'free' }
  | { readonly code: 'allowance' }
  | { readonly code: 'costs'; readonly cents: number; readonly per: 'time' | 'month' | 'once' }
  | { readonly code: 'costUnknown' }
  | { readonly code: 'childcareThere' }
  | { readonly code: 'childcareUnknown' }
  | { readonly code: 'indicationPresent' }
  | { readonly code: 'indicationToCheck' }
  | { readonly code: 'ageFits'; readonly minAge?: number; readonly maxAge?: number }
  | { readonly code: 'ageToCheck'; readonly minAge?: number; readonly maxAge?: number }
  | { readonly code: 'sexToCheck'; readonly sex: 'female' | 'male' }
  | { readonly code: 'targetGroupToCheck'; readonly groups: readonly string[] }
  | { readonly code: 'experiences'; readonly stayed: number; readonly joined: number }
  | { readonly code: 'confirmedLongAgo'; readonly on: CalendarDay; readonly month?: true }
  | { readonly code: 'neverConfirmed' }
export type ReasonCode = Reason['code']

const CHECKS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'timeLikely',
  'timeUnknown',
  'distanceUnknown',
  'placesUnknown',
  'languageUnknown',
  'costUnknown',
  'childcareUnknown',
  'indicationToCheck',
  'ageToCheck',
  'sexToCheck',
  'targetGroupToCheck',
  'confirmedLongAgo',
  'neverConfirmed',
])
/** A reason that asks somebody to find out, rather than one that speaks for the offer. */
export const isToCheck = (reason: Reason): boolean => CHECKS.has(reason.code)

const MOST_MOMENTS = 3
const LONG_AGO_DAYS = 365
/** Fewer people than this might be recognised. */
const FEWEST_PEOPLE = 5
const MOSTLY_STAYED = 0.6

const timeReasons = ({ offer }: PreparedOffer, { free }: WishInHand): readonly Reason[] => {
  if (offer.flexible) return [{ code: 'timeByArrangement' }]
  const all = momentsOf(offer)
  if (all.length === 0) return [{ code: 'timeUnknown' }]
  if (free === undefined) return [{ code: 'timesAre', moments: all.slice(0, MOST_MOMENTS) }]
  const { fitting } = timeFit(offer, free)
  const exact = fitting.filter(moment => moment.fromMinutes !== undefined)
  if (offer.everySlot !== true && exact.length > 0) return [{ code: 'timeFits', moments: exact.slice(0, MOST_MOMENTS) }]
  if (fitting.length === 0) return []
  return [{ code: exact.length === fitting.length ? 'timeFits' : 'timeLikely', moments: fitting.slice(0, MOST_MOMENTS) }]
}

const travelReasons = ({ offer }: PreparedOffer, { wish }: WishInHand): readonly Reason[] => {
  if (!needsTravel(offer)) return [{ code: offer.atHome === true ? 'atHome' : 'online' }]
  const km = kmBetween(offer, wish)
  return [km === undefined ? { code: 'distanceUnknown' } : { code: 'distance', km: Math.round(km * 10) / 10, mode: wish.mode }]
}

const placeReasons = ({ offer: { freePlaces } }: PreparedOffer): readonly Reason[] => {
  if (freePlaces === undefined || freePlaces < 0) return [{ code: 'placesUnknown' }]
  return freePlaces === 0 ? [] : [{ code: 'placeFree', free: freePlaces }]
}

const languageReasons = (prepared: PreparedOffer, inHand: WishInHand): readonly Reason[] => {
  const { offer } = prepared
  const verdict = verdictOn('language', prepared, inHand)
  if (verdict === 'unknown') return [{ code: 'languageUnknown' }]
  if (verdict !== 'fits') return []
  const shared = sharedLanguage(offer, inHand.wish)
  const needed = dutchNeeded(offer)
  const { dutchLevel } = inHand.wish
  const reasons: Reason[] = []
  if (offer.dutchLevel === 'none') reasons.push({ code: 'noDutchNeeded' })
  else if (
    needed !== undefined &&
    offer.dutchLevel !== undefined &&
    dutchLevel !== undefined &&
    isEnoughDutch(dutchLevel, needed)
  )
    reasons.push({ code: 'dutchEnough', level: needed })
  if (shared !== undefined) reasons.push({ code: 'languageShared', language: shared })
  if (offer.allLanguages === true) reasons.push({ code: 'allLanguages' })
  if (reasons.length === 0) reasons.push({ code: 'inDutch' })
  return reasons
}

const PER: Partial<Record<CostKind, 'time' | 'month' | 'once'>> = { perTime: 'time', perMonth: 'month', once: 'once' }

const costReasons = ({ offer }: PreparedOffer): readonly Reason[] => {
  if (offer.costKind === 'allowance') return [{ code: 'allowance' }]
  if (costPerVisit(offer) === 0) return [{ code: 'free' }]
  const per = offer.costKind === undefined ? undefined : PER[offer.costKind]
  return [
    offer.costCents === undefined || per === undefined ? { code: 'costUnknown' } : { code: 'costs', cents: offer.costCents, per },
  ]
}

const ages = (offer: {
  readonly minAge?: number | undefined
  readonly maxAge?: number | undefined
}): { minAge?: number; maxAge?: number } => ({
  ...(offer.minAge === undefined ? {} : { minAge: offer.minAge }),
  ...(offer.maxAge === undefined ? {} : { maxAge: offer.maxAge }),
})

const personReasons = (prepared: PreparedOffer, inHand: WishInHand): readonly Reason[] => {
  const { offer } = prepared
  const reasons: Reason[] = []
  const on = (limit: Parameters<typeof verdictOn>[0]) => verdictOn(limit, prepared, inHand)
  if (on('age') === 'fits') reasons.push({ code: 'ageFits', ...ages(offer) })
  if (on('indication') === 'fits') reasons.push({ code: 'indicationPresent' })
  if (on('childcare') === 'fits') reasons.push({ code: 'childcareThere' })
  if (on('childcare') === 'unknown') reasons.push({ code: 'childcareUnknown' })
  if (on('age') === 'unknown') reasons.push({ code: 'ageToCheck', ...ages(offer) })
  if (on('sex') === 'unknown' && offer.sex !== undefined) reasons.push({ code: 'sexToCheck', sex: offer.sex })
  if (on('targetGroup') === 'unknown') reasons.push({ code: 'targetGroupToCheck', groups: offer.targetGroupsStrict ?? [] })
  if (on('indication') === 'unknown') reasons.push({ code: 'indicationToCheck' })
  return reasons
}

const trustReasons = (prepared: PreparedOffer, { today }: WishInHand): readonly Reason[] => {
  const { offer } = prepared
  const { stayed, joined } = offer.experiences ?? { stayed: 0, joined: 0 }
  const days = daysSinceConfirmed(prepared, today)
  return [
    ...(joined >= FEWEST_PEOPLE && stayed / joined >= MOSTLY_STAYED ? [{ code: 'experiences', stayed, joined } as const] : []),
    ...(days === undefined || offer.lastConfirmedOn === undefined ? [{ code: 'neverConfirmed' } as const] : []),
    ...(days !== undefined && days > LONG_AGO_DAYS && offer.lastConfirmedOn !== undefined
      ? [
          {
            code: 'confirmedLongAgo',
            on: offer.lastConfirmedOn,
            ...(offer.confirmedInMonth === true ? { month: true as const } : {}),
          } as const,
        ]
      : []),
  ]
}

const strictGroupReason = (prepared: PreparedOffer, { groups }: WishInHand): readonly Reason[] => {
  const found = [...prepared.strictGroups].find(([folded]) => groups?.has(folded) === true)
  return found === undefined ? [] : [{ code: 'forGroup', group: found[1] }]
}

/** Everything true that speaks for the offer, in the order in which it is told; then what still has to be asked. */
export const reasonsFor = (
  prepared: PreparedOffer,
  inHand: WishInHand,
  groups: readonly string[],
  words: readonly WordsFound[],
): readonly Reason[] => {
  const { offer } = prepared
  const soft = commonGroup(prepared, groups)
  const strict = strictGroupReason(prepared, inHand)
  const reasons: Reason[] = [
    ...timeReasons(prepared, inHand),
    ...travelReasons(prepared, inHand),
    ...placeReasons(prepared),
    ...languageReasons(prepared, inHand),
    ...words.map((found): Reason => ({ code: 'wordsMatch', ...found })),
    ...(offer.areas.includes(inHand.wish.area) ? [{ code: 'areaFits', area: inHand.wish.area } as const] : []),
    ...(strict.length > 0 || soft === undefined ? strict : [{ code: 'forGroup', group: soft } as const]),
    ...(offer.quiet === true ? [{ code: 'quiet' } as const] : []),
    ...costReasons(prepared),
    ...personReasons(prepared, inHand),
    ...trustReasons(prepared, inHand),
  ]
  return [...reasons.filter(reason => !isToCheck(reason)), ...reasons.filter(isToCheck)]
}
