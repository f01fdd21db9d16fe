import { CEFR_LEVELS, LANGUAGES, WHEEL_AREAS, DAY_PARTS, CalendarDay } from '#kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failing, isTrue } from '../test-kit.ts'
import { dutchLexicon, isToCheck, prepareOffers, rankOffers } from './index.ts'
import type { Hint, MatchOffer, MatchWish, Weekday } from './index.ts'

const LEXICON = dutchLexicon()
const TODAY = CalendarDay.parse('2026-11-22')
const ALL = { limit: 1_000, nearLimit: 1_000 }

/** Words that mean the same; words of different rows have nothing to do with each other. */
const MEANINGS = [
  ['tuinieren', 'planten', 'moestuin'],
  ['koken', 'keuken', 'recepten'],
  ['timmeren', 'hout', 'meubels'],
  ['zwemmen', 'zwembad'],
  ['blorpen'],
  ['quazzig'],
]
const related = (a: string, b: string): boolean =>
  MEANINGS.some(row => row.some(word => a.includes(word)) && row.some(word => b.toLowerCase().includes(word)))

/** What the hint asks for, done. */
const grant = (hint: Hint, offer: MatchOffer, wish: MatchWish): readonly [MatchOffer, MatchWish] => {
  switch (hint.code) {
    case 'ifMomentsCan': {
      const blocks = hint.moments.map(({ weekday = 1, part, fromMinutes, toMinutes }) =>
        fromMinutes === undefined || toMinutes === undefined ? { weekday, part } : { weekday, fromMinutes, toMinutes },
      )
      return [offer, { ...wish, availability: [...(wish.availability ?? []), ...blocks] }]
    }
    case 'ifFurther':
      return [offer, { ...wish, maxDistanceKm: hint.km }]
    case 'ifDutch':
      return [offer, { ...wish, dutchLevel: hint.level }]
    case 'ifLanguage':
      return [offer, { ...wish, languages: [...wish.languages, ...hint.languages.slice(0, 1)] }]
    case 'ifIndication':
      return [offer, { ...wish, hasIndication: true }]
    case 'waitingList':
    case 'full':
      return [{ ...offer, freePlaces: 1 }, wish]
    case 'ifCost':
      return [offer, { ...wish, maxCostCents: (wish.maxCostCents ?? 0) + hint.extraCents }]
    case 'ifSitter':
      return [offer, { ...wish, needsChildcare: false }]
  }
}

// ---- made-up supply and wishes ----
const maybe = <Value>(arb: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arb, { nil: undefined })
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const part = fc.constantFrom(...DAY_PARTS)
const minute = fc.integer({ min: 0, max: 95 }).map(quarter => quarter * 15)
const slot = fc.record({ weekday, fromMinutes: minute, toMinutes: minute })
const text = fc.array(fc.constantFrom(...MEANINGS.flat()), { minLength: 1, maxLength: 4 }).map(words => words.join(' '))
const point = fc.record({
  lat: fc.double({ min: 52, max: 52.2, noNaN: true }),
  lon: fc.double({ min: 4.5, max: 4.8, noNaN: true }),
})
const groups = fc.uniqueArray(fc.constantFrom('ggz', 'bijstand', 'statushouders'), { maxLength: 2 })
const languages = fc.uniqueArray(fc.constantFrom(...LANGUAGES), { maxLength: 3 })
const day = fc
  .integer({ min: 0, max: 1_500 })
  .map(days => CalendarDay.parse(new Date(Date.UTC(2026, 10, 30) - days * 86_400_000).toISOString().slice(0, 10)))

const offerWith = (id: string): fc.Arbitrary<MatchOffer> =>
  fc.record({
    id: fc.constant(id),
    name: text,
    description: maybe(text),
    targetGroupText: maybe(fc.constantFrom('ggz', 'vrouwen', 'iedereen')),
    kind: fc.constant('activity'),
    areas: fc.uniqueArray(fc.constantFrom(...WHEEL_AREAS), { maxLength: 2 }),
    slots: fc.array(slot, { maxLength: 3 }),
    dayParts: fc.array(fc.record({ weekday: maybe(weekday), part }), { maxLength: 1 }),
    everySlot: fc.boolean(),
    flexible: fc.constantFrom(false, false, true),
    point: maybe(point),
    atHome: fc.constantFrom(false, false, true),
    online: fc.constant(undefined),
    minAge: fc.constantFrom(undefined, undefined, 18, 65),
    maxAge: fc.constantFrom(undefined, undefined, 70),
    sex: fc.constantFrom(undefined, undefined, 'female', 'male'),
    indicationNeeded: maybe(fc.boolean()),
    targetGroupsStrict: fc.oneof(fc.constant(undefined), groups),
    languages,
    allLanguages: fc.constantFrom(false, false, true),
    dutchLevel: maybe(fc.constantFrom(...CEFR_LEVELS)),
    freePlaces: fc.constantFrom(undefined, -1, 0, 1, 4),
    waitingList: maybe(fc.boolean()),
    costCents: maybe(fc.integer({ min: 0, max: 2_000 })),
    costKind: maybe(fc.constantFrom('free', 'perTime', 'perMonth', 'once', 'allowance', 'other')),
    childcare: maybe(fc.boolean()),
    quiet: maybe(fc.boolean()),
    lastConfirmedOn: maybe(day),
    experiences: maybe(
      fc
        .record({ stayed: fc.nat(9), stopped: fc.nat(9) })
        .map(({ stayed, stopped }) => ({ joined: stayed + stopped + 1, stayed, stopped })),
    ),
  })
const supply = fc.array(fc.nat(), { minLength: 1, maxLength: 8 }).chain(all => fc.tuple(...all.map((_, i) => offerWith(`o${i}`))))
const someWish: fc.Arbitrary<MatchWish> = fc.record({
  area: fc.constantFrom(...WHEEL_AREAS),
  goalTitle: text,
  wishTexts: fc.array(text, { maxLength: 2 }),
  strengthTexts: fc.array(text, { maxLength: 1 }),
  availability: maybe(fc.array(fc.oneof(slot, fc.record({ weekday, part })), { maxLength: 8 })),
  mode: fc.constantFrom('walk', 'bike', 'publicTransport', 'car'),
  maxDistanceKm: maybe(fc.integer({ min: 1, max: 15 })),
  home: maybe(point),
  age: maybe(fc.integer({ min: 16, max: 90 })),
  sex: maybe(fc.constantFrom('female', 'male', 'other')),
  dutchLevel: maybe(fc.constantFrom(...CEFR_LEVELS)),
  languages,
  energy: maybe(fc.constantFrom('little', 'some', 'enough')),
  needsChildcare: maybe(fc.boolean()),
  maxCostCents: maybe(fc.integer({ min: 0, max: 1_500 })),
  hasIndication: maybe(fc.boolean()),
  targetGroups: maybe(groups),
  today: fc.constant(TODAY),
})
const rank = (wish: MatchWish, offers: readonly MatchOffer[]) => rankOffers(wish, prepareOffers(offers, LEXICON), ALL)
const RUNS = { numRuns: 600 }

describe('ranking, against an oracle', () => {
  it('matches exactly the offers in the area that break no limit, and none that break one', () => {
    fc.assert(
      fc.property(supply, someWish, (offers, wish) => {
        const found = new Set(rank(wish, offers).matches.map(match => match.offerId))
        for (const offer of offers) {
          if (found.has(offer.id)) expect(failing(offer, wish)).toEqual([])
          else if (offer.areas.includes(wish.area)) expect(failing(offer, wish)).not.toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('gives only reasons that are true of the offer', () => {
    fc.assert(
      fc.property(supply, someWish, (offers, wish) => {
        const { matches, nearMisses } = rank(wish, offers)
        for (const { offerId, reasons } of [...matches, ...nearMisses]) {
          const offer = offers.find(({ id }) => id === offerId)
          for (const reason of reasons)
            expect(offer !== undefined && isTrue(reason, offer, wish, related), JSON.stringify(reason)).toBe(true)
          const firstCheck = reasons.findIndex(isToCheck)
          if (firstCheck >= 0) expect(reasons.slice(firstCheck).every(isToCheck)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('shows a near miss for one or two broken limits, and doing what its hints say makes it fit', () => {
    fc.assert(
      fc.property(supply, someWish, (offers, wish) => {
        for (const { offerId, failed, hints } of rank(wish, offers).nearMisses) {
          const offer = offers.find(({ id }) => id === offerId)
          if (offer === undefined) throw new Error('an offer that does not exist')
          expect([...failed].sort()).toEqual([...failing(offer, wish)].sort())
          expect([1, 2]).toContain(failed.length)
          const [granted, eased] = hints.reduce<readonly [MatchOffer, MatchWish]>(
            ([o, w], hint) => grant(hint, o, w),
            [offer, wish],
          )
          expect(failing(granted, eased)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('gives the same answer whatever the order of the supply, and says when there is nothing', () => {
    fc.assert(
      fc.property(supply, someWish, (offers, wish) => {
        const answer = rank(wish, offers)
        expect(rank(wish, [...offers].reverse())).toEqual(answer)
        expect(answer.nothing).toBe(answer.matches.length === 0)
        const scores = answer.matches.map(match => match.score)
        expect([...scores].sort((a, b) => b - a)).toEqual(scores)
      }),
      RUNS,
    )
  })

  it('gives the same answer when supply that was known before is made ready again', () => {
    fc.assert(
      fc.property(supply, supply, someWish, (before, now, wish) => {
        const mixed = [...before.slice(0, 2), ...now.map(offer => ({ ...offer, id: `n${offer.id}` }))]
        const again = prepareOffers(mixed, LEXICON, prepareOffers(before, LEXICON))
        expect(rankOffers(wish, again, ALL)).toEqual(rank(wish, mixed))
      }),
      RUNS,
    )
  })

  it('never ranks an offer lower for being nearer, confirmed later or better tried', () => {
    const improvements = fc.constantFrom('nearer', 'fresher', 'tried')
    fc.assert(
      fc.property(
        supply,
        someWish,
        fc.nat(),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        improvements,
        (offers, wish, which, share, how) => {
          const { matches } = rank(wish, offers)
          const place = matches.length === 0 ? -1 : which % matches.length
          const offer = offers.find(({ id }) => id === matches[place]?.offerId)
          if (offer === undefined) return
          const { point: from, experiences } = offer
          const point = from &&
            wish.home && {
              lat: wish.home.lat + (from.lat - wish.home.lat) * share,
              lon: wish.home.lon + (from.lon - wish.home.lon) * share,
            }
          const tried = experiences && { ...experiences, joined: experiences.joined + 1, stayed: experiences.stayed + 1 }
          const better = {
            nearer: { ...offer, point: point ?? from },
            fresher: { ...offer, lastConfirmedOn: TODAY },
            tried: { ...offer, experiences: tried },
          }[how]
          const again = rank(
            wish,
            offers.map(other => (other === offer ? better : other)),
          ).matches
          expect(again.findIndex(({ offerId }) => offerId === offer.id)).toBeLessThanOrEqual(place)
          expect(again.find(({ offerId }) => offerId === offer.id)?.score).toBeGreaterThanOrEqual(matches[place]?.score ?? 1)
        },
      ),
      RUNS,
    )
  })
})
