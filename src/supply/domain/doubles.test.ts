import { describe, expect, it } from 'vitest'
import { findDoubles } from './doubles.ts'
import { parseTimes } from './import/parse-times.ts'
import { mergeKnownOffers, mergeOffers } from './merge-offers.ts'
import { offerWith, type Offer } from './offer.ts'
import { CalendarDay, namedId, type OfferId } from '#kernel'

const day = (text: string) => CalendarDay.parse(text)
const koken = (over: Partial<Offer> = {}): Offer =>
  offerWith({
    name: 'Samen koken',
    organisationName: "Buurthuis 't Anker",
    postcode: '2451 EE',
    times: parseTimes('do 16.30-20.00').value,
    ...over,
  })
const doublesOf = (...offers: Offer[]) => findDoubles(offers.map((offer, key) => ({ key, offer })))

describe('given two offers, when doubles are looked for', () => {
  it.each([
    ['the same', koken()],
    [
      'the same with another notation of organisation and time',
      koken({ organisationName: 'Stichting Buurthuis t Anker', times: parseTimes('do 16:30 - 20:00u').value }),
    ],
    ['a name that differs a little', koken({ name: 'Samen koken!' })],
  ])('then %s is offered to merge', (_what, other) => {
    expect(doublesOf(koken(), other)).toEqual([{ first: 0, second: 1 }])
  })
  it.each([
    ['another organisation', koken({ organisationName: 'Seniorenraad' })],
    ['another time', koken({ times: parseTimes('vr 16.30-20.00').value })],
    ['another postcode', koken({ postcode: '2451 EF' })],
    ['another name', koken({ name: 'Schaken voor beginners' })],
  ])('then %s is never a double', (_what, other) => {
    expect(doublesOf(koken(), other)).toEqual([])
  })
  it('then offers without an organisation are never doubles', () => {
    expect(doublesOf(koken({ organisationName: '' }), koken({ organisationName: '' }))).toEqual([])
  })
  it('then three of one are two proposals to the first', () => {
    expect(doublesOf(koken(), koken(), koken())).toEqual([
      { first: 0, second: 1 },
      { first: 0, second: 2 },
    ])
  })
})

describe('given a double, when it is merged', () => {
  const recent = koken({
    lastConfirmed: { on: day('2026-11-05'), precision: 'day' },
    free: 1,
    freeStatedOn: day('2026-11-05'),
    remarks: 'allergieën doorgeven',
    cost: { kind: 'amount', cents: 300, text: '3 euro' },
  })
  const old = koken({
    organisationName: 'Buurthuis t Anker',
    lastConfirmed: { on: day('2025-05-05'), precision: 'day' },
    free: 4,
    freeStatedOn: day('2025-05-05'),
    capacity: 14,
    phone: '0172 555 060',
    phoneText: '0172-555060',
    remarks: 'dubbel?',
    cost: { kind: 'amount', cents: 350, text: '€ 3,50' },
  })
  it.each([
    ['one way', recent, old],
    ['the other way', old, recent],
  ])('then, %s, the newest that is known wins and nothing that only one knows is lost', (_way, a, b) => {
    expect(mergeOffers(a, b)).toMatchObject({
      organisationName: "Buurthuis 't Anker",
      lastConfirmed: { on: '2026-11-05' },
      free: 1,
      freeStatedOn: '2026-11-05',
      cost: { text: '3 euro' },
      capacity: 14,
      phone: '0172 555 060',
      phoneText: '0172-555060',
      remarks: 'allergieën doorgeven\ndubbel?',
    })
  })
  it('then free places follow the day on which they were stated, not the day of the last check', () => {
    const restated = { ...old, free: 6, freeStatedOn: day('2026-11-20') }
    expect(mergeOffers(recent, restated)).toMatchObject({ free: 6, freeStatedOn: '2026-11-20', cost: { text: '3 euro' } })
  })
  it('then a strict target group stays strict', () => {
    expect(mergeOffers(recent, { ...old, targetGroupStrict: true }).targetGroupStrict).toBe(true)
  })
  it('then both sources and all corrections are kept under the id that stays', () => {
    const known = (name: string, content: Offer) => ({
      id: namedId<OfferId>(name),
      content,
      sources: [{ source: 'lijst', number: name, originals: {}, extra: {} }],
      correctedFields: ['name' as const],
    })
    const merged = mergeKnownOffers(known('17', recent), known('18', old))
    expect([merged.id, merged.sources.map(({ number }) => number), merged.correctedFields]).toEqual([
      namedId<OfferId>('17'),
      ['17', '18'],
      ['name'],
    ])
  })
})
