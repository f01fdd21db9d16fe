import { describe, expect, test } from 'vitest'
import { CalendarDay, type LimitId, namedId } from '#kernel'
import { fitsUnit, LIMIT_KEYS, type LimitKey, type LimitUnit } from './limit.ts'
import { limitOn, type OwnLimitPeriod, SHIPPED_LIMITS, withOwnPeriods } from './limits.ts'
import { clashWith } from './periods.ts'

const day = (text: string) => CalendarDay.parse(text)
const valueOn = (key: LimitKey, on: string, limits = SHIPPED_LIMITS): number | 'notSet' => {
  const limit = limitOn(limits, key, day(on))
  return limit.state === 'known' ? limit.value : 'notSet'
}
const ownValue = (key: LimitKey, value: number, from: string, until?: string): OwnLimitPeriod & { readonly key: LimitKey } => ({
  ...{ id: namedId<LimitId>(`${key} ${from}`), key, value, from: day(from), source: 'Staatscourant', mark: 'verified' },
  ...(until === undefined ? {} : { until: day(until) }),
})

describe('the day before, the day and the day after a change', () => {
  test.each([
    ['volunteerAllowanceMonth', '2024-12-31', 21_000],
    ['volunteerAllowanceMonth', '2025-12-31', 21_000],
    ['volunteerAllowanceMonth', '2026-01-01', 22_000],
    ['volunteerAllowanceMonth', '2026-01-02', 22_000],
    ['volunteerAllowanceYear', '2025-12-31', 210_000],
    ['volunteerAllowanceYear', '2026-01-01', 220_000],
    ['volunteerAllowanceYear', '2026-01-02', 220_000],
    ['volunteerAllowanceYear', '2022-12-31', 180_000],
    ['volunteerAllowanceYear', '2023-01-01', 190_000],
    ['volunteerAllowanceYear', '2024-01-01', 210_000],
    ['volunteerAllowanceHour', '2023-12-31', 500],
    ['volunteerAllowanceHour', '2024-01-01', 550],
    ['volunteerAllowanceHour', '2025-01-01', 560],
    ['volunteerAllowanceHourYoung', '2025-12-31', 330],
    ['giftsYear', '2026-01-01', 120_000],
    ['premiumYear', '2026-07-01', 339_800],
    ['trialPlacementMonths', '2026-11-24', 2],
    ['trialPlacementExtensionMonths', '2026-11-24', 4],
    ['participationPlaceMonths', '2026-11-24', 24],
    ['participationPlaceReviewMonths', '2026-11-24', 9],
    ['allowanceCountsBelowAge', '2026-11-24', 27],
  ] as const)('%s on %s is %d', (key, on, value) => {
    expect(valueOn(key, on)).toBe(value)
  })

  test.each([
    ['volunteerAllowanceMonth', '2026-12-31', '2027-01-01'],
    ['volunteerAllowanceYear', '2026-12-31', '2027-01-01'],
    ['volunteerAllowanceHour', '2025-12-31', '2026-01-01'],
    ['volunteerAllowanceHourYoung', '2025-12-31', '2026-01-01'],
    ['premiumYear', '2026-12-31', '2027-01-01'],
    ['benefitSingle', '2026-12-31', '2027-01-01'],
    ['earningsMonth', '2026-12-31', '2027-01-01'],
  ] as const)('%s was found for %s; for %s nobody knows it yet', (key, last, after) => {
    expect(valueOn(key, last)).not.toBe('notSet')
    expect(valueOn(key, after)).toBe('notSet')
    expect(limitOn(SHIPPED_LIMITS, key, day(after))).not.toHaveProperty('value')
  })

  test.each([
    ['uniformEarningsShare', 15],
    ['uniformEarningsMonths', 12],
    ['bufferBudgetYear', 100_000],
  ] as const)('%s (articles 34a and 34b) is not in force before 2027', (key, value) => {
    expect(valueOn(key, '2026-12-31')).toBe('notSet')
    expect(valueOn(key, '2027-01-01')).toBe(value)
    expect(valueOn(key, '2027-01-02')).toBe(value)
    expect(limitOn(SHIPPED_LIMITS, key, day('2027-01-01'))).toMatchObject({ mark: 'checkLocally' })
  })

  test('the old rule for earnings ends when the new one starts', () => {
    expect(valueOn('earningsShare', '2026-12-31')).toBe(25)
    expect(valueOn('earningsShare', '2027-01-01')).toBe('notSet')
  })
})

describe('what the municipality set', () => {
  test('holds for a year for which nothing came along', () => {
    const limits = withOwnPeriods([ownValue('volunteerAllowanceMonth', 22_500, '2027-01-01', '2027-12-31')])
    expect(valueOn('volunteerAllowanceMonth', '2026-12-31', limits)).toBe(22_000)
    expect(valueOn('volunteerAllowanceMonth', '2027-01-01', limits)).toBe(22_500)
    expect(valueOn('volunteerAllowanceMonth', '2027-12-31', limits)).toBe(22_500)
    expect(valueOn('volunteerAllowanceMonth', '2028-01-01', limits)).toBe('notSet')
    expect(valueOn('volunteerAllowanceYear', '2027-01-01', limits)).toBe('notSet')
  })

  test('comes before what came along, on the days that it is about', () => {
    const limits = withOwnPeriods([ownValue('giftsYear', 150_000, '2026-06-01', '2026-06-30')])
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map(on => valueOn('giftsYear', on, limits))).toEqual([
      120_000, 150_000, 150_000, 120_000,
    ])
    expect(limitOn(limits, 'giftsYear', day('2026-06-15'))).toMatchObject({ own: true, source: 'Staatscourant' })
  })

  test('leaves what came along as it was', () => {
    withOwnPeriods([ownValue('giftsYear', 1, '2026-01-01')])
    expect(valueOn('giftsYear', '2026-01-01')).toBe(120_000)
  })
})

describe('what comes along', () => {
  test('has every limit, each with an article, and every value with a source', () => {
    expect([...SHIPPED_LIMITS.keys()].toSorted()).toEqual([...LIMIT_KEYS].toSorted())
    for (const { key, article, shipped, unit } of SHIPPED_LIMITS.values()) {
      expect(article, key).not.toBe('')
      for (const period of shipped) {
        expect(period.source, key).not.toBe('')
        expect(fitsUnit(period.value, unit), `${key} ${period.value}`).toBe(true)
      }
    }
  })

  test('never has two values on one day', () => {
    for (const { key, shipped } of SHIPPED_LIMITS.values())
      shipped.forEach((period, at) => expect(clashWith(shipped.slice(at + 1), period), key).toBeUndefined())
  })
})

test.each<[string | undefined, string | undefined, boolean]>([
  ['2025-01-01', '2025-12-31', false],
  ['2025-01-01', '2026-01-01', true],
  ['2026-12-31', undefined, true],
  ['2027-01-01', undefined, false],
  [undefined, '2025-12-31', false],
  [undefined, '2026-01-01', true],
  [undefined, undefined, true],
])('2026 shares a day with %s until %s: %s', (from, until, shares) => {
  const other = { from: from === undefined ? undefined : day(from), until: until === undefined ? undefined : day(until) }
  expect(clashWith([other], { from: day('2026-01-01'), until: day('2026-12-31') }) !== undefined).toBe(shares)
})

test.each<[number, LimitUnit, boolean]>([
  [22_000, 'cents', true],
  [220.5, 'cents', false],
  [12.5, 'percent', true],
  [101, 'percent', false],
  [2, 'months', true],
  [1.5, 'months', false],
  [7.5, 'hours', true],
  [-1, 'cents', false],
])('%d in %s fits: %s', (value, unit, fits) => {
  expect(fitsUnit(value, unit)).toBe(fits)
})
