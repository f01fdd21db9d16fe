import { describe, expect, test } from 'vitest'
import type { AgreementId, CalendarDay, GoalId, MembershipId, OfferId, PlacementId, StepId } from '#kernel'
import type { Agreement, Placement, Step } from '#plans'
import type { OfferTimes } from '#supply'
import { type WeekSources, weekOf } from './week.ts'

const day = (text: string): CalendarDay => text as CalendarDay
const MONDAY = day('2026-11-30')
const WEDNESDAY = day('2026-12-02')

const nothing: WeekSources = { steps: [], moments: [], places: [], agreements: [], reviewDays: [] }
const id = '01890000-0000-7000-8000-000000000001'

const placement = (over: Partial<Extract<Placement, { state: 'placed' }>> = {}): Placement => ({
  state: 'placed',
  id: id as PlacementId,
  offerId: id as OfferId,
  offerName: 'Taalwandelgroep',
  organisationName: 'De Brug',
  kind: 'activity',
  laws: [],
  area: 'contacts',
  since: day('2026-11-01'),
  reasons: [],
  version: 1,
  ...over,
})
const times = (over: Partial<OfferTimes>): OfferTimes => ({
  weekdays: [3],
  slots: [],
  dayParts: [],
  frequency: { kind: 'weekly' },
  complete: true,
  text: 'woensdag',
  ...over,
})
const step = (over: Partial<Step>): Step =>
  ({
    id: id as StepId,
    goalId: id as GoalId,
    title: 'Mee met de wandelgroep',
    language: 'nl',
    who: 'participant',
    recognition: { kind: 'none', words: '' },
    position: 1,
    version: 1,
    state: 'open',
    ...over,
  }) as Step
const on = (wanted: CalendarDay, sources: Partial<WeekSources>) =>
  weekOf(MONDAY, { ...nothing, ...sources }).find(each => each.day === wanted)?.items

test('given nothing, then seven days with nothing', () => {
  const week = weekOf(MONDAY, nothing)
  expect(week.map(each => each.day)).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ])
  expect(week.every(each => each.items.length === 0)).toBe(true)
})

describe('where somebody comes', () => {
  const slots = [{ weekday: 3, from: '10:00', to: '11:30' }] as const
  test.each([
    ['a clock time', times({ slots }), [{ time: '10:00', until: '11:30' }]],
    ['a part of the day', times({ dayParts: [{ weekday: 3, part: 'morning' }] }), [{ part: 'morning' }]],
    ['the day alone', times({}), [{}]],
    ['another day', times({ weekdays: [4] }), []],
  ])('given %s, then that is said', (_what, known, expected) => {
    const items = on(WEDNESDAY, { places: [{ placement: placement(), times: known, place: 'Plein 1' }] })
    expect(items).toEqual(
      expected.map(moment => ({
        kind: 'comes',
        ...moment,
        name: 'Taalwandelgroep',
        organisationName: 'De Brug',
        place: 'Plein 1',
      })),
    )
  })

  test.each<[string, Placement, number]>([
    ['starts later', placement({ startsOn: day('2026-12-03') }), 0],
    ['starts that day', placement({ startsOn: WEDNESDAY }), 1],
    ['ended the day before', placement({ until: day('2026-12-01') }), 0],
    ['lasts until that day', placement({ until: WEDNESDAY }), 1],
    ['was cancelled', { ...placement(), state: 'cancelled' }, 0],
  ])('given a place that %s, then it is there %#', (_what, there, count) => {
    expect(on(WEDNESDAY, { places: [{ placement: there, times: times({ slots }), place: undefined }] })).toHaveLength(count)
  })

  test('given once in two weeks, then the words of the list say so', () => {
    const known = times({ slots, frequency: { kind: 'everyNWeeks', weeks: 2 }, text: 'om de week op woensdag' })
    expect(on(WEDNESDAY, { places: [{ placement: placement(), times: known, place: undefined }] })).toMatchObject([
      { notAlways: 'om de week op woensdag' },
    ])
  })
})

test('the day goes by the clock, and what has no time comes last', () => {
  const items = on(WEDNESDAY, {
    steps: [step({ plannedOn: WEDNESDAY }), step({ plannedOn: WEDNESDAY, plannedAt: '09:00', title: 'Bellen' })],
    moments: [
      {
        day: WEDNESDAY,
        time: '14:00',
        minutes: 60,
        kind: 'conversation',
        place: undefined,
        withName: 'Mirjam',
        state: 'planned',
      },
      { day: WEDNESDAY, time: '08:00', minutes: 60, kind: 'other', place: undefined, withName: undefined, state: 'cancelled' },
    ],
    places: [{ placement: placement(), times: times({ dayParts: [{ weekday: 3, part: 'afternoon' }] }), place: '' }],
  })
  expect(items?.map(item => [item.kind, item.time])).toEqual([
    ['step', '09:00'],
    ['comes', undefined],
    ['appointment', '14:00'],
    ['step', undefined],
  ])
})

test('a step that did not work is no reproach in the week; one that is done is shown as done', () => {
  const answered = { answeredAt: '2026-12-02T10:00:00Z', answeredBy: id as MembershipId }
  const items = on(WEDNESDAY, {
    steps: [
      step({ plannedOn: WEDNESDAY, state: 'didNotWork', ...answered }),
      step({ plannedOn: WEDNESDAY, state: 'done', ...answered }),
    ],
  })
  expect(items).toMatchObject([{ kind: 'step', over: true }])
})

test('own promises stand on their last day; looking back stands there unless the talk about it does', () => {
  const promise: Agreement = {
    id: id as AgreementId,
    promisedBy: 'participant',
    words: 'Belt af',
    until: WEDNESDAY,
    forMunicipality: false,
    madeOn: MONDAY,
    madeBy: id as MembershipId,
    version: 1,
    state: 'open',
    terms: '',
    said: [],
  }
  const talk = { day: WEDNESDAY, time: '10:00', minutes: 60, kind: 'review', place: undefined, withName: undefined } as const
  expect(on(WEDNESDAY, { agreements: [promise], reviewDays: [WEDNESDAY] })?.map(item => item.kind)).toEqual(['promise', 'review'])
  expect(on(WEDNESDAY, { agreements: [{ ...promise, state: 'kept' }] })).toEqual([])
  expect(on(WEDNESDAY, { agreements: [{ ...promise, promisedBy: 'coach' }] })).toEqual([])
  expect(on(WEDNESDAY, { moments: [{ ...talk, state: 'planned' }], reviewDays: [WEDNESDAY] })?.map(item => item.kind)).toEqual([
    'appointment',
  ])
})
