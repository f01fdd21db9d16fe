import { CEFR_LEVELS, LANGUAGES, WHEEL_AREAS, DAY_PARTS, CalendarDay, type GeoPoint } from '#kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutchLexicon, isToCheck, prepareOffers, rankOffers } from './index.ts'
import type { Hint, MatchOffer, MatchWish, Moment, Reason, Weekday, WeekSlot } from './index.ts'

const LEXICON = dutchLexicon()
const TODAY = CalendarDay.parse('2026-11-22')
const ALL = { limit: 1_000, nearLimit: 1_000 }

// ---- the oracle: the same rules written again, minute by minute, sharing nothing with the code under test ----
const WINDOWS = { morning: [6, 13], afternoon: [12, 18], evening: [17, 24] } as const
const CORE_HOURS = { morning: [9, 12], afternoon: [13, 17], evening: [19, 21] } as const
const endOf = (slot: WeekSlot): number => (slot.toMinutes > slot.fromMinutes ? Math.min(slot.toMinutes, 1440) : 1440)

const freeMinutes = (wish: MatchWish): Uint8Array => {
  const free = new Uint8Array(8 * 1440)
  for (const block of wish.availability ?? []) {
    const [from, to] = 'part' in block ? WINDOWS[block.part].map(hour => hour * 60) as [number, number] : [block.fromMinutes, endOf(block)]
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

const failing = (offer: MatchOffer, wish: MatchWish): readonly string[] => {
  const at = offer.atHome || offer.online ? undefined : offer.point
  const strict = offer.targetGroupsStrict ?? []
  const fails = {
    time: timeFails(offer, wish),
    distance: at !== undefined && wish.home !== undefined && kmOf(at, wish.home) > (wish.maxDistanceKm ?? Infinity) + 1e-6,
    language: languageFails(offer, wish),
    age: wish.age !== undefined && (wish.age < (offer.minAge ?? 0) || wish.age > (offer.maxAge ?? 200)),
    sex: offer.sex !== undefined && ['male', 'female'].some(sex => sex === wish.sex && sex !== offer.sex),
    targetGroup: strict.length > 0 && wish.targetGroups !== undefined && !strict.some(group => wish.targetGroups?.includes(group)),
    indication: offer.indicationNeeded === true && wish.hasIndication === false,
    capacity: offer.freePlaces === 0 || (offer.waitingList === true && !(offer.freePlaces !== undefined && offer.freePlaces > 0)),
    cost: visitCost(offer) > (wish.maxCostCents ?? Infinity),
    childcare: wish.needsChildcare === true && offer.childcare === false,
  }
  return Object.entries(fails).filter(([, failed]) => failed).map(([name]) => name)
}

/** Words that mean the same; words of different rows have nothing to do with each other. */
const MEANINGS = [['tuinieren', 'planten', 'moestuin'], ['koken', 'keuken', 'recepten'], ['timmeren', 'hout', 'meubels'], ['zwemmen', 'zwembad'], ['blorpen'], ['quazzig']]
const related = (a: string, b: string): boolean =>
  MEANINGS.some(row => row.some(word => a.includes(word)) && row.some(word => b.toLowerCase().includes(word)))

const momentTrue = (moment: Moment, offer: MatchOffer, free: Uint8Array | undefined): boolean =>
  offer.slots.some(slot => slot.weekday === moment.weekday && slot.fromMinutes === moment.fromMinutes && slot.toMinutes === moment.toMinutes
    && (free === undefined || slotOk(slot, offer, free))) ||
  offer.dayParts.some(known => (known.weekday ?? moment.weekday) === moment.weekday && known.part === moment.part
    && (free === undefined || partOk({ ...known, weekday: moment.weekday }, free)))

const isTrue = (reason: Reason, offer: MatchOffer, wish: MatchWish): boolean => {
  const known = offer.slots.length + offer.dayParts.length > 0
  switch (reason.code) {
    case 'timeFits': return reason.moments.length > 0 && reason.moments.every(m => m.fromMinutes !== undefined && momentTrue(m, offer, freeMinutes(wish)))
    case 'timeLikely': return reason.moments.length > 0 && reason.moments.every(m => momentTrue(m, offer, freeMinutes(wish)))
    case 'timesAre': return reason.moments.every(m => momentTrue(m, offer, undefined))
    case 'timeByArrangement': return offer.flexible
    case 'timeUnknown': return !known
    case 'distance': return !!offer.point && !!wish.home && Math.abs(kmOf(offer.point, wish.home) - reason.km) < 0.0501 && reason.mode === wish.mode
    case 'distanceUnknown': return offer.point === undefined || wish.home === undefined
    case 'atHome': return offer.atHome === true
    case 'online': return offer.online === true
    case 'placeFree': return reason.free > 0 && offer.freePlaces === reason.free
    case 'placesUnknown': return offer.freePlaces === undefined || offer.freePlaces < 0
    case 'dutchEnough': return reason.level === offer.dutchLevel && level(wish.dutchLevel) >= level(reason.level)
    case 'noDutchNeeded': return offer.dutchLevel === 'none'
    case 'languageShared': return offer.languages.includes(reason.language) && wish.languages.includes(reason.language)
    case 'inDutch': return offer.languages.includes('nl') || offer.dutchLevel !== undefined
    case 'allLanguages': return offer.allLanguages === true
    case 'languageUnknown': return !offer.allLanguages && (offer.languages.length === 0 || wish.languages.length === 0 || wish.dutchLevel === undefined)
    case 'wordsMatch': {
      const said = { wish: wish.wishTexts, strength: wish.strengthTexts, goal: [wish.goalTitle] }[reason.source]
      const written = [offer.name, offer.description ?? '', offer.targetGroupText ?? '']
      return said.some(text => text.includes(reason.theirWords)) && reason.offerWords.length > 0 &&
        reason.offerWords.every(word => written.some(text => text.includes(word)) && related(reason.theirWords, word))
    }
    case 'areaFits': return reason.area === wish.area && offer.areas.includes(reason.area)
    case 'forGroup': return [...(offer.targetGroupsStrict ?? []), offer.targetGroupText].includes(reason.group)
    case 'quiet': return offer.quiet === true
    case 'free': return offer.costKind === 'free' || offer.costCents === 0
    case 'allowance': return offer.costKind === 'allowance'
    case 'costs': return reason.cents === offer.costCents && offer.costKind === { time: 'perTime', month: 'perMonth', once: 'once' }[reason.per]
    case 'costUnknown': return offer.costCents === undefined || offer.costKind === undefined || offer.costKind === 'other'
    case 'childcareThere': return offer.childcare === true
    case 'childcareUnknown': return offer.childcare === undefined && wish.needsChildcare === true
    case 'indicationPresent': return offer.indicationNeeded === true && wish.hasIndication === true
    case 'indicationToCheck': return offer.indicationNeeded === true && wish.hasIndication === undefined
    case 'ageFits': return reason.minAge === offer.minAge && reason.maxAge === offer.maxAge && wish.age !== undefined
    case 'ageToCheck': return reason.minAge === offer.minAge && reason.maxAge === offer.maxAge && wish.age === undefined
    case 'sexToCheck': return reason.sex === offer.sex && wish.sex !== 'female' && wish.sex !== 'male'
    case 'targetGroupToCheck': return reason.groups === offer.targetGroupsStrict && wish.targetGroups === undefined
    case 'experiences': return reason.joined === offer.experiences?.joined && reason.stayed === offer.experiences.stayed && reason.joined >= 5
    case 'confirmedLongAgo': return reason.on === offer.lastConfirmedOn && reason.on < '2025-11-22'
    case 'neverConfirmed': return offer.lastConfirmedOn === undefined || offer.lastConfirmedOn > TODAY
  }
}

/** What the hint asks for, done. */
const grant = (hint: Hint, offer: MatchOffer, wish: MatchWish): readonly [MatchOffer, MatchWish] => {
  switch (hint.code) {
    case 'ifMomentsCan': {
      const blocks = hint.moments.map(({ weekday = 1, part, fromMinutes, toMinutes }) =>
        fromMinutes === undefined || toMinutes === undefined ? { weekday, part } : { weekday, fromMinutes, toMinutes })
      return [offer, { ...wish, availability: [...(wish.availability ?? []), ...blocks] }]
    }
    case 'ifFurther': return [offer, { ...wish, maxDistanceKm: hint.km }]
    case 'ifDutch': return [offer, { ...wish, dutchLevel: hint.level }]
    case 'ifLanguage': return [offer, { ...wish, languages: [...wish.languages, ...hint.languages.slice(0, 1)] }]
    case 'ifIndication': return [offer, { ...wish, hasIndication: true }]
    case 'waitingList':
    case 'full': return [{ ...offer, freePlaces: 1 }, wish]
    case 'ifCost': return [offer, { ...wish, maxCostCents: (wish.maxCostCents ?? 0) + hint.extraCents }]
    case 'ifSitter': return [offer, { ...wish, needsChildcare: false }]
  }
}

// ---- made-up supply and wishes ----
const maybe = <Value>(arb: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arb, { nil: undefined })
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const part = fc.constantFrom(...DAY_PARTS)
const minute = fc.integer({ min: 0, max: 95 }).map(quarter => quarter * 15)
const slot = fc.record({ weekday, fromMinutes: minute, toMinutes: minute })
const text = fc.array(fc.constantFrom(...MEANINGS.flat()), { minLength: 1, maxLength: 4 }).map(words => words.join(' '))
const point = fc.record({ lat: fc.double({ min: 52, max: 52.2, noNaN: true }), lon: fc.double({ min: 4.5, max: 4.8, noNaN: true }) })
const groups = fc.uniqueArray(fc.constantFrom('ggz', 'bijstand', 'statushouders'), { maxLength: 2 })
const languages = fc.uniqueArray(fc.constantFrom(...LANGUAGES), { maxLength: 3 })
const day = fc.integer({ min: 0, max: 1_500 }).map(days => CalendarDay.parse(new Date(Date.UTC(2026, 10, 30) - days * 86_400_000).toISOString().slice(0, 10)))

const offerWith = (id: string): fc.Arbitrary<MatchOffer> =>
  fc.record({
    id: fc.constant(id), name: text, description: maybe(text), targetGroupText: maybe(fc.constantFrom('ggz', 'vrouwen', 'iedereen')), kind: fc.constant('activity'),
    areas: fc.uniqueArray(fc.constantFrom(...WHEEL_AREAS), { maxLength: 2 }),
    slots: fc.array(slot, { maxLength: 3 }), dayParts: fc.array(fc.record({ weekday: maybe(weekday), part }), { maxLength: 1 }),
    everySlot: fc.boolean(), flexible: fc.constantFrom(false, false, true), point: maybe(point), atHome: fc.constantFrom(false, false, true), online: fc.constant(undefined),
    minAge: fc.constantFrom(undefined, undefined, 18, 65), maxAge: fc.constantFrom(undefined, undefined, 70), sex: fc.constantFrom(undefined, undefined, 'female', 'male'),
    indicationNeeded: maybe(fc.boolean()), targetGroupsStrict: fc.oneof(fc.constant(undefined), groups), languages, allLanguages: fc.constantFrom(false, false, true),
    dutchLevel: maybe(fc.constantFrom(...CEFR_LEVELS)), freePlaces: fc.constantFrom(undefined, -1, 0, 1, 4), waitingList: maybe(fc.boolean()),
    costCents: maybe(fc.integer({ min: 0, max: 2_000 })), costKind: maybe(fc.constantFrom('free', 'perTime', 'perMonth', 'once', 'allowance', 'other')),
    childcare: maybe(fc.boolean()), quiet: maybe(fc.boolean()), lastConfirmedOn: maybe(day),
    experiences: maybe(fc.record({ stayed: fc.nat(9), stopped: fc.nat(9) }).map(({ stayed, stopped }) => ({ joined: stayed + stopped + 1, stayed, stopped }))),
  })
const supply = fc.array(fc.nat(), { minLength: 1, maxLength: 8 }).chain(all => fc.tuple(...all.map((_, i) => offerWith(`o${i}`))))
const someWish: fc.Arbitrary<MatchWish> = fc.record({
  area: fc.constantFrom(...WHEEL_AREAS), goalTitle: text, wishTexts: fc.array(text, { maxLength: 2 }), strengthTexts: fc.array(text, { maxLength: 1 }),
  availability: maybe(fc.array(fc.oneof(slot, fc.record({ weekday, part })), { maxLength: 8 })), mode: fc.constantFrom('walk', 'bike', 'publicTransport', 'car'),
  maxDistanceKm: maybe(fc.integer({ min: 1, max: 15 })), home: maybe(point), age: maybe(fc.integer({ min: 16, max: 90 })), sex: maybe(fc.constantFrom('female', 'male', 'other')),
  dutchLevel: maybe(fc.constantFrom(...CEFR_LEVELS)), languages, energy: maybe(fc.constantFrom('little', 'some', 'enough')), needsChildcare: maybe(fc.boolean()),
  maxCostCents: maybe(fc.integer({ min: 0, max: 1_500 })), hasIndication: maybe(fc.boolean()), targetGroups: maybe(groups), today: fc.constant(TODAY),
})
const rank = (wish: MatchWish, offers: readonly MatchOffer[]) => rankOffers(wish, prepareOffers(offers, LEXICON), ALL)
const RUNS = { numRuns: 600 }

describe('ranking, against an oracle', () => {
  it('matches exactly the offers in the area that break no limit, and none that break one', () => {
    fc.assert(fc.property(supply, someWish, (offers, wish) => {
      const found = new Set(rank(wish, offers).matches.map(match => match.offerId))
      for (const offer of offers) {
        if (found.has(offer.id)) expect(failing(offer, wish)).toEqual([])
        else if (offer.areas.includes(wish.area)) expect(failing(offer, wish)).not.toEqual([])
      }
    }), RUNS)
  })

  it('gives only reasons that are true of the offer', () => {
    fc.assert(fc.property(supply, someWish, (offers, wish) => {
      const { matches, nearMisses } = rank(wish, offers)
      for (const { offerId, reasons } of [...matches, ...nearMisses]) {
        const offer = offers.find(({ id }) => id === offerId)
        for (const reason of reasons) expect(offer !== undefined && isTrue(reason, offer, wish), JSON.stringify(reason)).toBe(true)
        const firstCheck = reasons.findIndex(isToCheck)
        if (firstCheck >= 0) expect(reasons.slice(firstCheck).every(isToCheck)).toBe(true)
      }
    }), RUNS)
  })

  it('shows a near miss for one or two broken limits, and doing what its hints say makes it fit', () => {
    fc.assert(fc.property(supply, someWish, (offers, wish) => {
      for (const { offerId, failed, hints } of rank(wish, offers).nearMisses) {
        const offer = offers.find(({ id }) => id === offerId)
        if (offer === undefined) throw new Error('an offer that does not exist')
        expect([...failed].sort()).toEqual([...failing(offer, wish)].sort())
        expect([1, 2]).toContain(failed.length)
        const [granted, eased] = hints.reduce<readonly [MatchOffer, MatchWish]>(([o, w], hint) => grant(hint, o, w), [offer, wish])
        expect(failing(granted, eased)).toEqual([])
      }
    }), RUNS)
  })

  it('gives the same answer whatever the order of the supply, and says when there is nothing', () => {
    fc.assert(fc.property(supply, someWish, (offers, wish) => {
      const answer = rank(wish, offers)
      expect(rank(wish, [...offers].reverse())).toEqual(answer)
      expect(answer.nothing).toBe(answer.matches.length === 0)
      const scores = answer.matches.map(match => match.score)
      expect([...scores].sort((a, b) => b - a)).toEqual(scores)
    }), RUNS)
  })

  it('never ranks an offer lower for being nearer, confirmed later or better tried', () => {
    const improvements = fc.constantFrom('nearer', 'fresher', 'tried')
    fc.assert(fc.property(supply, someWish, fc.nat(), fc.double({ min: 0, max: 0.9, noNaN: true }), improvements, (offers, wish, which, share, how) => {
      const { matches } = rank(wish, offers)
      const place = matches.length === 0 ? -1 : which % matches.length
      const offer = offers.find(({ id }) => id === matches[place]?.offerId)
      if (offer === undefined) return
      const { point: from, experiences } = offer
      const point = from && wish.home && { lat: wish.home.lat + (from.lat - wish.home.lat) * share, lon: wish.home.lon + (from.lon - wish.home.lon) * share }
      const tried = experiences && { ...experiences, joined: experiences.joined + 1, stayed: experiences.stayed + 1 }
      const better = {
        nearer: { ...offer, point: point ?? from },
        fresher: { ...offer, lastConfirmedOn: TODAY },
        tried: { ...offer, experiences: tried },
      }[how]
      const again = rank(wish, offers.map(other => (other === offer ? better : other))).matches
      expect(again.findIndex(({ offerId }) => offerId === offer.id)).toBeLessThanOrEqual(place)
      expect(again.find(({ offerId }) => offerId === offer.id)?.score).toBeGreaterThanOrEqual(matches[place]?.score ?? 1)
    }), RUNS)
  })
})
