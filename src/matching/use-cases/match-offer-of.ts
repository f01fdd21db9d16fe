import { freeNow, type KnownPlace, type Offer, type OfferCost, type OfferTally } from '#supply'
import type { CostKind, MatchOffer, PlacesNow, WeekSlot } from '../domain/index.ts'

const NOBODY_YET = { placed: 0, placedSinceStatement: 0, waiting: 0 }

/** `HH:MM` in minutes after midnight. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const COSTS: Readonly<Record<OfferCost['kind'], CostKind | undefined>> = {
  free: 'free',
  amount: 'perTime',
  perNight: 'perTime',
  perMonth: 'perMonth',
  perGroup: 'other',
  allowance: 'allowance',
  indication: 'other',
  unknown: undefined,
}
const SEXES = { f: 'female', m: 'male' } as const

const slotsOf = ({ times }: Offer): readonly WeekSlot[] =>
  times.slots.map(({ weekday, from, to }) => ({ weekday, fromMinutes: minutesOf(from), toMinutes: minutesOf(to) }))

const costOf = ({ cost }: Offer): Pick<MatchOffer, 'costKind' | 'costCents'> => {
  const costKind = COSTS[cost.kind]
  return { costKind, costCents: costKind === 'perTime' || costKind === 'perMonth' ? cost.cents : undefined }
}

/**
 * Free places as stated, less who got a place in Opstap since. A capacity alone says how many can come, not how many do:
 * then it is unknown, until Opstap itself filled it.
 */
export const freePlacesNow = ({ capacity, free }: Offer, tally: OfferTally | undefined): number | undefined => {
  const now = freeNow({ capacity, freeStated: free }, tally ?? NOBODY_YET)
  return free === undefined && now !== 0 ? undefined : now
}

/** A yes that was found in the words; that it was not found says nothing. */
const ifSo = (known: boolean): true | undefined => (known ? true : undefined)

/** An offer as the ranking reads it, with the places as stated; `placesOf` brings them to this moment. */
export const matchOfferOf = ({ id, content, point }: KnownPlace): MatchOffer => {
  const { limits, times, features } = content
  return {
    id,
    name: content.name,
    description: content.description,
    targetGroupText: content.targetGroupText,
    organisationName: content.organisationName,
    kind: content.kind,
    areas: content.areas,
    slots: slotsOf(content),
    dayParts: times.dayParts,
    everySlot: content.kind === 'module',
    flexible: times.frequency.kind === 'flexible',
    point,
    atHome: ifSo(features.includes('atHome')),
    minAge: limits.minAge,
    maxAge: limits.maxAge,
    sex: limits.sex === undefined ? undefined : SEXES[limits.sex],
    indicationNeeded: limits.indication,
    targetGroupsStrict: content.targetGroupStrict ? content.targetGroups : undefined,
    languages: content.languages,
    allLanguages: content.allLanguages,
    dutchLevel: content.dutchLevel,
    freePlaces: freePlacesNow(content, undefined),
    capacity: content.capacity,
    waitingList: ifSo(features.includes('waitingList')),
    ...costOf(content),
    quiet: ifSo(features.includes('quiet')),
    lastConfirmedOn: content.lastConfirmed?.on,
    confirmedInMonth: ifSo(content.lastConfirmed?.precision === 'month'),
  }
}

/** Places and experiences now, from the counts over all dossiers. */
export const placesOf = (content: Offer, tally: OfferTally): PlacesNow => ({
  freePlaces: freePlacesNow(content, tally),
  experiences: { joined: tally.joined, stayed: tally.stayed, stopped: tally.stopped },
})
