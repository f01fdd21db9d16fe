import { expect, test } from 'vitest'
import { CalendarDay, namedId, type OfferId } from '#kernel'
import type { KnownPlace, Offer } from '#supply'
import { matchOfferOf, placesOf } from './match-offer-of.ts'

const content: Offer = {
  name: 'Buurttuin',
  organisationName: 'Seniorenraad',
  kind: 'activity',
  kindText: '',
  description: 'Samen tuinieren',
  areas: ['takingPart'],
  targetGroups: ['ouderen'],
  targetGroupText: '65+',
  targetGroupStrict: false,
  limits: {},
  laws: [],
  lawText: '',
  times: {
    weekdays: [2],
    slots: [{ weekday: 2, from: '09:30', to: '11:05' }],
    dayParts: [],
    frequency: { kind: 'weekly' },
    complete: true,
    text: 'di 9.30-11.05',
  },
  startMoments: '',
  address: '',
  place: '',
  cost: { kind: 'unknown', text: '' },
  languages: [],
  allLanguages: false,
  languageText: '',
  contactName: '',
  phone: '',
  phoneText: '',
  lastConfirmedText: '',
  remarks: '',
  features: [],
}
const place = (known: Partial<Offer> = {}): KnownPlace => ({
  id: namedId<OfferId>('garden'),
  organisationId: undefined,
  version: 1,
  updatedAt: new Date(0),
  content: { ...content, ...known },
  point: { lat: 52.1, lon: 4.6 },
  lastConfirmedBy: undefined,
})
const mapped = (known: Partial<Offer> = {}) => matchOfferOf(place(known))

test('times on the clock become minutes after midnight', () => {
  expect(mapped().slots).toEqual([{ weekday: 2, fromMinutes: 570, toMinutes: 665 }])
})

test.each([
  ['free', 'free', undefined],
  ['amount', 'perTime', 250],
  ['perNight', 'perTime', 250],
  ['perMonth', 'perMonth', 250],
  ['perGroup', 'other', undefined],
  ['allowance', 'allowance', undefined],
  ['indication', 'other', undefined],
  ['unknown', undefined, undefined],
] as const)('a cost of kind %s is %s', (kind, costKind, costCents) => {
  expect(mapped({ cost: { kind, cents: 250, text: '' } })).toMatchObject({ costKind, costCents })
})

test('limits of age, sex and indication go along; f and m in full', () => {
  expect(mapped({ limits: { minAge: 65, maxAge: 80, sex: 'f', indication: true } })).toMatchObject({
    minAge: 65,
    maxAge: 80,
    sex: 'female',
    indicationNeeded: true,
  })
  expect(mapped({ limits: { sex: 'm' } }).sex).toBe('male')
})

test('a target group shuts people out only when it was marked strict', () => {
  expect(mapped().targetGroupsStrict).toBeUndefined()
  expect(mapped({ targetGroupStrict: true }).targetGroupsStrict).toEqual(['ouderen'])
})

test('all moments of a module must suit, one moment of an activity is enough', () => {
  expect([mapped().everySlot, mapped({ kind: 'module' }).everySlot]).toEqual([false, true])
})

test('features that are not found say nothing', () => {
  expect(mapped()).toMatchObject({ quiet: undefined, atHome: undefined, waitingList: undefined })
  expect(mapped({ features: ['quiet', 'atHome', 'waitingList'] })).toMatchObject({ quiet: true, atHome: true, waitingList: true })
})

test('a confirmation of which only the month is known is not told as a day', () => {
  const on = CalendarDay.parse('2024-03-01')
  expect(mapped({ lastConfirmed: { on, precision: 'month' } })).toMatchObject({ lastConfirmedOn: on, confirmedInMonth: true })
  expect(mapped({ lastConfirmed: { on, precision: 'day' } }).confirmedInMonth).toBeUndefined()
})

const tally = (placed: number, placedSinceStatement: number) => ({
  offerId: namedId<OfferId>('garden'),
  placed,
  placedSinceStatement,
  waiting: 0,
  joined: 6,
  stayed: 5,
  stopped: 1,
})

test.each([
  ['as stated, nobody placed', { free: 3 }, tally(0, 0), 3],
  ['less who came since the statement', { free: 3 }, tally(4, 2), 1],
  ['none left', { free: 1 }, tally(1, 1), 0],
  ['a capacity alone says nothing about who comes', { capacity: 8 }, tally(2, 2), undefined],
  ['until Opstap itself filled it', { capacity: 2 }, tally(2, 2), 0],
  ['never more than fit', { capacity: 4, free: 4 }, tally(3, 0), 1],
  ['nothing is known', {}, tally(2, 2), undefined],
] as const)('free places: %s', (_, known, counts, free) => {
  expect(placesOf({ ...content, ...known }, counts)).toEqual({
    freePlaces: free,
    experiences: { joined: 6, stayed: 5, stopped: 1 },
  })
})
