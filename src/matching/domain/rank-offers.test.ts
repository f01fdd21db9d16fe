import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { dutchLexicon, explain, explainHint, prepareOffers, rankOffers, REASON_TEXTS } from './index.ts'
import type { MatchOffer, MatchWish } from './index.ts'

const LEXICON = dutchLexicon()
const TODAY = CalendarDay.parse('2026-11-22')

const offer = (given: Partial<MatchOffer> & { readonly id: string; readonly name: string }): MatchOffer => ({
  kind: 'activity',
  areas: ['takingPart'],
  slots: [{ weekday: 2, fromMinutes: 570, toMinutes: 660 }],
  dayParts: [],
  flexible: false,
  point: { lat: 52.1, lon: 4.6 },
  languages: ['nl'],
  freePlaces: 2,
  costKind: 'free',
  lastConfirmedOn: TODAY,
  ...given,
})
const wish = (given: Partial<MatchWish> = {}): MatchWish => ({
  area: 'takingPart',
  goalTitle: 'Er even uit',
  wishTexts: [],
  strengthTexts: [],
  availability: [{ weekday: 2, part: 'morning' }],
  mode: 'bike',
  maxDistanceKm: 5,
  home: { lat: 52.1, lon: 4.6175 },
  age: 40,
  sex: 'female',
  dutchLevel: 'B1',
  languages: ['nl'],
  hasIndication: false,
  targetGroups: [],
  today: TODAY,
  ...given,
})
const rank = (asked: MatchWish, ...offers: readonly MatchOffer[]) =>
  rankOffers(asked, prepareOffers(offers, LEXICON), { limit: 10 })
const ids = (found: readonly { readonly offerId: string }[]): readonly string[] => found.map(({ offerId }) => offerId)
const hints = (asked: MatchWish, given: MatchOffer): readonly string[] =>
  rank(asked, given)
    .nearMisses.flatMap(miss => miss.hints)
    .map(hint => explainHint(hint, REASON_TEXTS.nl))

describe('given a person for whom plants give rest', () => {
  const gardener = wish({ strengthTexts: ['planten geven mij rust'], dutchLevel: 'A1', languages: ['ar'] })
  const garden = offer({ id: 'garden', name: 'Buurttuin', dutchLevel: 'A1' })

  it('then the garden is explained in plain sentences that are all about that garden', () => {
    const [match] = rank(gardener, garden).matches
    expect(explain(match?.reasons ?? [], REASON_TEXTS.nl)).toBe(
      'Dinsdagochtend kan. Ongeveer 1,2 km fietsen. Er is plek. Nederlands A1 is genoeg. ' +
        'Je zei: “planten geven mij rust”. Dat past bij: buurttuin. Het hoort bij meedoen. Het is gratis.',
    )
    expect(explain(match?.reasons ?? [], REASON_TEXTS.en, { person: 'name', name: 'Amal' })).toContain(
      'Amal said: “planten geven mij rust”.',
    )
  })

  it('then the garden comes before an equal offer without plants', () => {
    expect(ids(rank(gardener, offer({ id: 'cards', name: 'Bingo', dutchLevel: 'A1' }), garden).matches)).toEqual([
      'garden',
      'cards',
    ])
  })
})

describe('own words', () => {
  const swimming = offer({ id: 'swim', name: 'Zwemles', areas: ['skills'] })

  it.each(['ik wil zwemmen', 'ik wil leren zwemen', 'naar het zwembad'])(
    '"%s" finds the swimming lesson outside its area',
    said => {
      expect(ids(rank(wish({ wishTexts: [said] }), swimming).matches)).toEqual(['swim'])
    },
  )

  it('what is only near to the wish is found, but never told as what the person said', () => {
    const { matches } = rank(wish({ wishTexts: ['ik wil sporten'] }), offer({ id: 'a', name: 'Gymnastiek', areas: ['skills'] }))
    expect(ids(matches)).toEqual(['a'])
    expect(matches[0]?.reasons.filter(({ code }) => code === 'wordsMatch')).toEqual([])
  })

  it('are quoted for each of many offers', () => {
    const many = Array.from({ length: 9 }, (_, i) => offer({ id: String(i), name: 'Zwemles' }))
    for (const { reasons } of rank(wish({ wishTexts: ['ik wil zwemmen'] }), ...many).matches)
      expect(reasons).toContainEqual({
        code: 'wordsMatch',
        source: 'wish',
        theirWords: 'ik wil zwemmen',
        offerWords: ['Zwemles'],
      })
  })

  it('an offer of another area that has nothing to do with the words is not shown', () => {
    expect(rank(wish({ wishTexts: ['ik wil koken'] }), swimming)).toEqual({ matches: [], nearMisses: [], nothing: true })
  })

  it('sleeping outside is not a wish for a sleep course', () => {
    const course = offer({ id: 'sleep', name: 'Beter slapen', areas: ['independence'] })
    const shelter = offer({ id: 'bed', name: 'Nachtopvang', areas: ['independence'] })
    const { matches } = rank(wish({ area: 'independence', wishTexts: ['ik slaap buiten'] }), course, shelter)
    expect(ids(matches)).toEqual(['bed', 'sleep'])
  })
})

describe('limits', () => {
  it.each([
    ['the oldest age included', { minAge: 18, maxAge: 40 }, 1],
    ['one year too old', { maxAge: 39 }, 0],
    ['women only', { sex: 'female' }, 1],
    ['men only', { sex: 'male' }, 0],
    ['a strict group the person is not in', { targetGroupsStrict: ['ggz'] }, 0],
    ['unknown language', { languages: [] }, 1],
    ['unknown place', { point: undefined }, 1],
    ['unknown number of places', { freePlaces: undefined }, 1],
    ['a negative number of places', { freePlaces: -1 }, 1],
    ['unknown times', { slots: [] }, 1],
  ] as const)('%s', (_, given, matches) => {
    expect(rank(wish(), offer({ id: 'a', name: 'Aquarel', ...given })).matches).toHaveLength(matches)
  })

  it('nobody is shown a near miss over age, sex or group', () => {
    const painter = wish({ wishTexts: ['ik wil schilderen'] })
    for (const given of [{ maxAge: 39 }, { sex: 'male' as const }, { targetGroupsStrict: ['ggz'] }])
      expect(rank(painter, offer({ id: 'a', name: 'Schilderen', ...given })).nearMisses).toEqual([])
  })
})

describe('near misses say what would make them fit', () => {
  const painter = wish({ wishTexts: ['ik wil schilderen'], maxCostCents: 500, needsChildcare: true })
  const painting = offer({ id: 'a', name: 'Schilderen', childcare: true })

  it.each([
    [
      { slots: [{ weekday: 4, fromMinutes: 780, toMinutes: 900 }] },
      ['Zou passen als donderdagmiddag ook kan (van 13.00 tot 15.00 uur).'],
    ],
    [{ slots: [], dayParts: [{ weekday: 4, part: 'afternoon' }] }, ['Zou passen als donderdagmiddag ook kan.']],
    [{ freePlaces: 0, waitingList: true }, ['Er is een wachtlijst.']],
    [{ freePlaces: 0 }, ['Er is nu geen plek.']],
    [{ childcare: false }, ['Zou passen met oppas op dinsdagochtend.']],
    [{ dutchLevel: 'B2' }, ['Zou passen met Nederlands B2, of met een tolk.']],
    [{ indicationNeeded: true }, ['Zou passen met een indicatie.']],
    [{ costKind: 'perTime', costCents: 1_250 }, ['Het kost € 12,50 per keer. Zou passen met € 7,50 erbij.']],
    [{ point: { lat: 52.16, lon: 4.6 } }, ['Zou passen als 6,8 km ook kan. Nu is de grens 5 km.']],
    [{ freePlaces: 0, childcare: false }, ['Er is nu geen plek.', 'Zou passen met oppas op dinsdagochtend.']],
    [{ freePlaces: 0, childcare: false, dutchLevel: 'C1' }, []],
  ] as const)('%j', (given, sentences) => {
    expect(hints(painter, { ...painting, ...given })).toEqual(sentences)
  })

  it('a course misses with the one morning that does not suit', () => {
    const slots = [
      { weekday: 2, fromMinutes: 570, toMinutes: 660 },
      { weekday: 5, fromMinutes: 570, toMinutes: 660 },
    ] as const
    expect(hints(painter, { ...painting, slots, everySlot: true })).toEqual([
      'Zou passen als vrijdagochtend ook kan (van 9.30 tot 11.00 uur).',
    ])
    expect(hints(painter, { ...painting, slots })).toEqual([])
  })

  it('is left out when only the area fits and nobody spoke of it', () => {
    expect(rank(wish(), { ...painting, freePlaces: 0 }).nearMisses).toEqual([])
  })
})

describe('order', () => {
  it('equal offers stand in order of name and id, however they come in', () => {
    const [a, b, c] = [offer({ id: '2', name: 'Bingo' }), offer({ id: '1', name: 'Bingo' }), offer({ id: '3', name: 'Aerobics' })]
    for (const supply of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ])
      expect(ids(rank(wish(), ...supply).matches)).toEqual(['3', '1', '2'])
  })

  it('one bad experience does not bury an offer', () => {
    const unlucky = offer({ id: 'unlucky', name: 'Schilderclub', experiences: { joined: 1, stayed: 0, stopped: 1 } })
    const off = offer({ id: 'off', name: 'Bingo', experiences: { joined: 9, stayed: 9, stopped: 0 } })
    expect(ids(rank(wish({ wishTexts: ['ik wil schilderen'] }), off, unlucky).matches)).toEqual(['unlucky', 'off'])
  })

  it('stale supply sinks and is told as such', () => {
    const stale = offer({ id: 'stale', name: 'Aerobics', lastConfirmedOn: CalendarDay.parse('2025-05-05') })
    const { matches } = rank(wish(), stale, offer({ id: 'fresh', name: 'Bingo' }))
    expect(ids(matches)).toEqual(['fresh', 'stale'])
    expect(explain(matches[1]?.reasons ?? [], REASON_TEXTS.nl)).toContain(
      'Voor het laatst gecontroleerd op 5 mei 2025. Vraag of het nog klopt.',
    )
  })

  it('shows no more than asked for', () => {
    const many = Array.from({ length: 30 }, (_, i) => offer({ id: String(i), name: 'Bingo' }))
    expect(rank(wish(), ...many).matches).toHaveLength(10)
  })
})
