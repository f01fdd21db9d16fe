import type { GeoPoint } from '#kernel'
import type { MatchOffer, MatchWish, Moment, Reason, WeekSlot } from './domain/index.ts'

// The oracle: the rules of the ranking written again, minute by minute, sharing nothing with the code under test.

const WINDOWS = { morning: [6, 13], afternoon: [12, 18], evening: [17, 24] } as const
const CORE_HOURS = { morning: [9, 12], afternoon: [13, 17], evening: [19, 21] } as const
const endOf = (slot: WeekSlot): number => (slot.toMinutes > slot.fromMinutes ? Math.min(slot.toMinutes, 1440) : 1440)

const freeMinutes = (wish: MatchWish): Uint8Array => {
  const free = new Uint8Array(8 * 1440)
  for (const block of wish.availability ?? []) {
    const [from, to] =
      'part' in block ? (WINDOWS[block.part].map(hour => hour * 60) as [number, number]) : [block.fromMinutes, endOf(block)]
    free.fill(1, block.weekday * 1440 + from, block.weekday * 1440 + to)
  }
  return free
}
const longestRun = (free: Uint8Array, day: number, from: number, to: number): number => {
  let [run, longest] = [0, 0]
  for (let minute = from; minute < to; minute += 1) {
    run = free[day * 1440 + minute] === 1 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
const slotOk = (slot: WeekSlot, offer: MatchOffer, free: Uint8Array): boolean => {
  const length = endOf(slot) - slot.fromMinutes
  const run = longestRun(free, slot.weekday, slot.fromMinutes, endOf(slot))
  return run >= length || (offer.everySlot !== true && length > 240 && run >= 120)
}
const partOk = ({ weekday, part }: MatchOffer['dayParts'][number], free: Uint8Array): boolean => {
  const [from, to] = CORE_HOURS[part]
  return [1, 2, 3, 4, 5, 6, 7].some(day => (weekday ?? day) === day && longestRun(free, day, from * 60, to * 60) >= 60)
}
const timeFails = (offer: MatchOffer, wish: MatchWish): boolean => {
  const free = freeMinutes(wish)
  const all = [...offer.slots.map(slot => slotOk(slot, offer, free)), ...offer.dayParts.map(part => partOk(part, free))]
  if (offer.flexible || all.length === 0 || (wish.availability ?? []).length === 0) return false
  return offer.everySlot === true ? all.includes(false) : !all.includes(true)
}
/** Distance by vectors instead of haversine. */
const kmOf = (a: GeoPoint, b: GeoPoint): number => {
  const vector = ({ lat, lon }: GeoPoint) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
  }
  const [p, q] = [vector(a), vector(b)]
  return 2 * 6371 * Math.asin(Math.hypot(...p.map((x, i) => x - (q[i] ?? 0))) / 2)
}
const level = (cefr: string | undefined): number => ['none', 'A1', 'A2', 'B1', 'B2', 'C1'].indexOf(cefr ?? '')
const languageFails = (offer: MatchOffer, wish: MatchWish): boolean => {
  if (offer.allLanguages || offer.languages.some(l => l !== 'nl' && wish.languages.includes(l))) return false
  if (offer.dutchLevel !== undefined || offer.languages.includes('nl'))
    return wish.dutchLevel !== undefined && level(wish.dutchLevel) < level(offer.dutchLevel ?? 'A1')
  return offer.languages.length > 0 && wish.languages.length > 0
}
const visitCost = ({ costKind, costCents }: MatchOffer): number =>
  costCents === undefined ? 0 : costKind === 'perTime' ? costCents : costKind === 'perMonth' ? costCents / 4 : 0

/** The hard limits that this offer breaks for this wish. */
export const failing = (offer: MatchOffer, wish: MatchWish): readonly string[] => {
  const at = offer.atHome || offer.online ? undefined : offer.point
  const strict = offer.targetGroupsStrict ?? []
  const fails = {
    time: timeFails(offer, wish),
    distance: at !== undefined && wish.home !== undefined && kmOf(at, wish.home) > (wish.maxDistanceKm ?? Infinity) + 1e-6,
    language: languageFails(offer, wish),
    age: wish.age !== undefined && (wish.age < (offer.minAge ?? 0) || wish.age > (offer.maxAge ?? 200)),
    sex: offer.sex !== undefined && ['male', 'female'].some(sex => sex === wish.sex && sex !== offer.sex),
    targetGroup:
      strict.length > 0 && wish.targetGroups !== undefined && !strict.some(group => wish.targetGroups?.includes(group)),
    indication: offer.indicationNeeded === true && wish.hasIndication === false,
    capacity: offer.freePlaces === 0 || (offer.waitingList === true && !(offer.freePlaces !== undefined && offer.freePlaces > 0)),
    cost: visitCost(offer) > (wish.maxCostCents ?? Infinity),
    childcare: wish.needsChildcare === true && offer.childcare === false,
  }
  return Object.entries(fails)
    .filter(([, failed]) => failed)
    .map(([name]) => name)
}

const momentTrue = (moment: Moment, offer: MatchOffer, free: Uint8Array | undefined): boolean =>
  offer.slots.some(
    slot =>
      slot.weekday === moment.weekday &&
      slot.fromMinutes === moment.fromMinutes &&
      slot.toMinutes === moment.toMinutes &&
      (free === undefined || slotOk(slot, offer, free)),
  ) ||
  offer.dayParts.some(
    known =>
      (known.weekday ?? moment.weekday) === moment.weekday &&
      known.part === moment.part &&
      (free === undefined || partOk({ ...known, weekday: moment.weekday }, free)),
  )

/** A year before the day of the question. */
const longAgo = ({ today }: MatchWish): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`

/** Do words of the person and words of an offer have to do with each other, by a table that the test wrote itself? */
export type Related = (theirs: string, ofOffer: string) => boolean

/** Is what this reason says so? */
export const isTrue = (reason: Reason, offer: MatchOffer, wish: MatchWish, related: Related): boolean => {
  const known = offer.slots.length + offer.dayParts.length > 0
  switch (reason.code) {
    case 'timeFits':
      return (
        reason.moments.length > 0 &&
        reason.moments.every(m => m.fromMinutes !== undefined && momentTrue(m, offer, freeMinutes(wish)))
      )
    case 'timeLikely':
      return reason.moments.length > 0 && reason.moments.every(m => momentTrue(m, offer, freeMinutes(wish)))
    case 'timesAre':
      return reason.moments.every(m => momentTrue(m, offer, undefined))
    case 'timeByArrangement':
      return offer.flexible
    case 'timeUnknown':
      return !known
    case 'distance':
      return (
        !!offer.point && !!wish.home && Math.abs(kmOf(offer.point, wish.home) - reason.km) < 0.0501 && reason.mode === wish.mode
      )
    case 'distanceUnknown':
      return offer.point === undefined || wish.home === undefined
    case 'atHome':
      return offer.atHome === true
    case 'online':
      return offer.online === true
    case 'placeFree':
      return reason.free > 0 && offer.freePlaces === reason.free
    case 'placesUnknown':
      return offer.freePlaces === undefined || offer.freePlaces < 0
    case 'dutchEnough':
      return reason.level === offer.dutchLevel && level(wish.dutchLevel) >= level(reason.level)
    case 'noDutchNeeded':
      return offer.dutchLevel === 'none'
    case 'languageShared':
      return offer.languages.includes(reason.language) && wish.languages.includes(reason.language)
    case 'inDutch':
      return offer.languages.includes('nl') || offer.dutchLevel !== undefined
    case 'allLanguages':
      return offer.allLanguages === true
    case 'languageUnknown':
      return !offer.allLanguages && (offer.languages.length === 0 || wish.languages.length === 0 || wish.dutchLevel === undefined)
    case 'wordsMatch': {
      const said = { wish: wish.wishTexts, strength: wish.strengthTexts, goal: [wish.goalTitle] }[reason.source]
      const written = [offer.name, offer.description ?? '', offer.targetGroupText ?? '']
      return (
        said.some(text => text.includes(reason.theirWords)) &&
        reason.offerWords.length > 0 &&
        reason.offerWords.every(word => written.some(text => text.includes(word)) && related(reason.theirWords, word))
      )
    }
    case 'areaFits':
      return reason.area === wish.area && offer.areas.includes(reason.area)
    case 'forGroup':
      return [...(offer.targetGroupsStrict ?? []), offer.targetGroupText].includes(reason.group)
    case 'quiet':
      return offer.quiet === true
    case 'free':
      return offer.costKind === 'free' || offer.costCents === 0
    case 'allowance':
      return offer.costKind === 'allowance'
    case 'costs':
      return (
        reason.cents === offer.costCents && offer.costKind === { time: 'perTime', month: 'perMonth', once: 'once' }[reason.per]
      )
    case 'costUnknown':
      return offer.costCents === undefined || offer.costKind === undefined || offer.costKind === 'other'
    case 'childcareThere':
      return offer.childcare === true
    case 'childcareUnknown':
      return offer.childcare === undefined && wish.needsChildcare === true
    case 'indicationPresent':
      return offer.indicationNeeded === true && wish.hasIndication === true
    case 'indicationToCheck':
      return offer.indicationNeeded === true && wish.hasIndication === undefined
    case 'ageFits':
      return reason.minAge === offer.minAge && reason.maxAge === offer.maxAge && wish.age !== undefined
    case 'ageToCheck':
      return reason.minAge === offer.minAge && reason.maxAge === offer.maxAge && wish.age === undefined
    case 'sexToCheck':
      return reason.sex === offer.sex && wish.sex !== 'female' && wish.sex !== 'male'
    case 'targetGroupToCheck':
      return reason.groups === offer.targetGroupsStrict && wish.targetGroups === undefined
    case 'experiences':
      return reason.joined === offer.experiences?.joined && reason.stayed === offer.experiences.stayed && reason.joined >= 5
    case 'confirmedLongAgo':
      return (
        reason.on === offer.lastConfirmedOn &&
        reason.on < longAgo(wish) &&
        (reason.month === true) === (offer.confirmedInMonth === true)
      )
    case 'neverConfirmed':
      return offer.lastConfirmedOn === undefined || offer.lastConfirmedOn > wish.today
  }
}
