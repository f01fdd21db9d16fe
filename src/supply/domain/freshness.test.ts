import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { freePlacesOn } from './free-places.ts'
import { freshness } from './freshness.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-22')

describe('given a last confirmation, when its freshness is asked on 22 November 2026', () => {
  it.each([
    ['2026-11-22', 'day', 'fresh'],
    ['2026-05-23', 'day', 'fresh'],
    ['2026-05-22', 'day', 'ageing'],
    ['2025-11-23', 'day', 'ageing'],
    ['2025-11-22', 'day', 'stale'],
    ['2025-11-01', 'month', 'ageing'],
    ['2025-10-01', 'month', 'stale'],
    ['2026-11-23', 'day', 'unknown'],
  ] as const)('then %s to the %s is %s', (on, precision, expected) => {
    expect(freshness({ on: day(on), precision }, today)).toBe(expected)
  })
  it('then never is unknown, and a municipality may set other terms', () => {
    expect(freshness(undefined, today)).toBe('unknown')
    expect(freshness({ on: day('2026-08-01'), precision: 'day' }, today, { ageingAfterMonths: 1, staleAfterMonths: 3 })).toBe(
      'stale',
    )
  })
})

describe('given 3 of 8 places stated free on 1 October, when places are taken in Opstap', () => {
  const offer = { capacity: 8, free: 3, freeStatedOn: day('2026-10-01') }
  const since = (text: string, endedOn?: string) => ({ since: day(text), ...(endedOn ? { endedOn: day(endedOn) } : {}) })
  it.each([
    ['nobody', [], 3],
    ['one after the statement', [since('2026-10-02')], 2],
    ['one on the day of the statement, who was counted', [since('2026-10-01')], 3],
    ['one before, who left after', [since('2026-09-01', '2026-11-01')], 4],
    ['one who left before', [since('2026-08-01', '2026-09-01')], 3],
    ['one who comes later than today', [since('2026-12-01')], 3],
    ['more than there are', [since('2026-10-02'), since('2026-10-02'), since('2026-10-02'), since('2026-10-02')], 0],
  ])('then with %s', (_who, taken, expected) => {
    expect(freePlacesOn(offer, taken, today)).toBe(expected)
  })
  it('then without a statement the capacity counts, and without either nobody knows', () => {
    expect(freePlacesOn({ capacity: 8 }, [since('2026-10-02')], today)).toBe(7)
    expect(freePlacesOn({}, [], today)).toBeUndefined()
  })
})
