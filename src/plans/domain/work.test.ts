import { describe, expect, test } from 'vitest'
import { CalendarDay, namedId, type WorkPlacementId } from '#kernel'
import { placementKindOf } from './placement.ts'
import { type AgreedWork, overlapsOf } from './work-placement.ts'
import { dueMoments, lastDayOf, latestEnd, mayExtend, momentsOf, needsEnd, termOf, type WorkLimits } from './work-terms.ts'
import type { Ceiling } from './allowance.ts'

const day = (text: string) => CalendarDay.parse(text)
const known = (value: number): Ceiling => ({ state: 'known', value, source: 'test', mark: 'verified' })
const LAW: WorkLimits = {
  trialMonths: known(2),
  trialExtensionMonths: known(4),
  participationMonths: known(24),
  participationExtensionMonths: known(12),
  participationExtensions: known(2),
  premiumMonths: known(6),
  schoolingMonths: known(6),
  reviewMonths: known(9),
  stopMonths: known(12),
  careMonths: known(24),
  careExtensionMonths: known(12),
}

const work = (workplace: string, more: Partial<AgreedWork> = {}): AgreedWork => ({
  id: namedId<WorkPlacementId>(workplace),
  kind: 'tryOut',
  workplace,
  tasks: '',
  dayParts: [],
  startsOn: day('2026-03-01'),
  extensions: 0,
  handled: [],
  whyLonger: '',
  state: 'agreed',
  version: 1,
  ...more,
})

describe('how long', () => {
  test.each([
    ['2026-03-01', 2, '2026-04-30'],
    ['2026-03-15', 2, '2026-05-14'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-01', 24, '2027-12-31'],
  ])('from %s, %d months last until %s', (start, months, end) => {
    expect(lastDayOf(day(start), months)).toBe(end)
  })

  test('a trial placement lasts two months, and four more at most, in one go or in parts', () => {
    const term = termOf('trialPlacement', LAW)
    expect(latestEnd(day('2026-03-01'), term, 0)).toBe('2026-04-30')
    expect(latestEnd(day('2026-03-01'), term, 1)).toBe('2026-08-31')
    expect(latestEnd(day('2026-03-01'), term, 3)).toBe('2026-08-31')
    const extended = work('Bakker', { kind: 'trialPlacement', endsOn: day('2026-05-31'), extensions: 1 })
    expect(mayExtend(extended, term)).toEqual({ may: true, latest: '2026-08-31' })
    expect(mayExtend({ ...extended, endsOn: day('2026-08-31'), extensions: 2 }, term)).toEqual({ may: false, reason: 'used' })
  })

  test('a participation place lasts two years, one year more, and one again', () => {
    const term = termOf('participationPlace', LAW)
    const place = work('Wijkteam', { kind: 'participationPlace', endsOn: day('2028-02-29') })
    expect(mayExtend(place, term)).toEqual({ may: true, latest: '2029-02-28' })
    expect(mayExtend({ ...place, extensions: 1, endsOn: day('2029-02-28') }, term)).toEqual({ may: true, latest: '2030-02-28' })
    expect(mayExtend({ ...place, extensions: 2, endsOn: day('2029-12-31') }, term)).toEqual({ may: false, reason: 'used' })
  })

  test('work with care lasts two years and one more', () => {
    const term = termOf('careAndWork', LAW)
    const place = work('Kwekerij', { kind: 'careAndWork', endsOn: day('2028-02-29') })
    expect(mayExtend(place, term)).toEqual({ may: true, latest: '2029-02-28' })
    expect(mayExtend({ ...place, extensions: 1 }, term)).toEqual({ may: false, reason: 'used' })
  })

  test('the other kinds have no term in law: they may go on, and need no last day', () => {
    for (const kind of [
      'tryOut',
      'volunteer',
      'shelteredWork',
      'wageSubsidyJob',
      'wageDispensationJob',
      'jobCoaching',
    ] as const) {
      const term = termOf(kind, LAW)
      expect(term).toEqual({ state: 'none' })
      expect(needsEnd(term)).toBe(false)
      expect(mayExtend(work('Hier', { kind }), term)).toEqual({ may: true, latest: undefined })
    }
  })

  test('a term that is not known is not guessed', () => {
    const term = termOf('trialPlacement', { ...LAW, trialMonths: { state: 'notSet' } })
    expect(term).toEqual({ state: 'notSet' })
    expect(latestEnd(day('2026-03-01'), term, 0)).toBeUndefined()
    expect(termOf('participationPlace', { ...LAW, participationExtensions: { state: 'notSet' } })).toEqual({ state: 'notSet' })
  })
})

describe('moments to think of', () => {
  const place = work('Wijkteam', { kind: 'participationPlace', startsOn: day('2026-03-31'), endsOn: day('2028-03-30') })

  test('of a participation place: a premium every half year, schooling, a review at nine months, whether to go on at twelve', () => {
    expect(momentsOf(place, LAW).map(({ key, on }) => [key, on])).toEqual([
      ['premium-1', '2026-09-30'],
      ['schooling', '2026-09-30'],
      ['review', '2026-12-31'],
      ['premium-2', '2027-03-31'],
      ['stop', '2027-03-31'],
      ['premium-3', '2027-09-30'],
      ['end-2028-03-30', '2028-03-30'],
      ['premium-4', '2028-03-31'],
    ])
  })

  test('a reminder comes thirty days before, stays when the day has passed, and goes when it was dealt with', () => {
    const due = (today: string, handled: readonly string[] = []) =>
      dueMoments({ ...place, handled: [...handled] }, LAW, day(today)).map(({ key }) => key)
    expect(due('2026-11-30', ['premium-1', 'schooling'])).toEqual([])
    expect(due('2026-12-01', ['premium-1', 'schooling'])).toEqual(['review'])
    expect(due('2027-01-15', ['premium-1', 'schooling'])).toEqual(['review'])
    expect(due('2027-01-15', ['premium-1', 'schooling', 'review'])).toEqual([])
    expect(due('2026-09-30')).toEqual(['premium-1', 'schooling'])
  })

  test('the end of any kind; making it longer moves the reminder', () => {
    const trial = work('Bakker', { kind: 'trialPlacement', endsOn: day('2026-04-30') })
    expect(dueMoments(trial, LAW, day('2026-03-30'))).toEqual([])
    expect(dueMoments(trial, LAW, day('2026-03-31'))).toEqual([{ key: 'end-2026-04-30', code: 'end', on: '2026-04-30' }])
    expect(dueMoments({ ...trial, endsOn: day('2026-08-31') }, LAW, day('2026-04-20'))).toEqual([])
    expect(momentsOf(work('Hier'), LAW)).toEqual([])
  })

  test('a month that is not known gives no reminder', () => {
    const notSet: Ceiling = { state: 'notSet' }
    const limits = { ...LAW, premiumMonths: notSet, reviewMonths: notSet, schoolingMonths: notSet, stopMonths: notSet }
    expect(momentsOf(place, limits).map(({ code }) => code)).toEqual(['end'])
  })
})

describe('two at once', () => {
  const mornings = work('Bakker', { dayParts: ['1-morning', '2-morning'], endsOn: day('2026-04-30') })
  const of = (more: Partial<AgreedWork>) => {
    const { clashes, beside } = overlapsOf(work('Nieuw', more), [mornings])
    return [clashes.length, beside.length]
  }

  test('on the same morning: impossible', () => expect(of({ dayParts: ['2-morning'] })).toEqual([1, 0]))
  test('at other times, or at times that nobody knows: possible, with both in sight', () => {
    expect(of({ dayParts: ['2-afternoon'] })).toEqual([0, 1])
    expect(of({})).toEqual([0, 1])
  })
  test('the last day is shared; the day after is free', () => {
    expect(of({ dayParts: ['1-morning'], startsOn: day('2026-04-30') })).toEqual([1, 0])
    expect(of({ dayParts: ['1-morning'], startsOn: day('2026-05-01') })).toEqual([0, 0])
    expect(of({ dayParts: ['1-morning'], startsOn: day('2026-01-01'), endsOn: day('2026-02-28') })).toEqual([0, 0])
  })
  test('coaching on the job is where the job is', () => {
    expect(of({ kind: 'jobCoaching', dayParts: ['1-morning'] })).toEqual([0, 1])
  })
})

test.each([
  ['volunteerPlace', 'volunteer'],
  ['buddy', 'volunteer'],
  ['internship', 'tryOut'],
  ['activity', 'activity'],
  ['workPlace', 'activity'],
])('a place at an offer of kind %s is %s', (offer, kind) => {
  expect(placementKindOf(offer)).toBe(kind)
})
