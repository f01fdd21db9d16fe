import { describe, expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { easterOf, isPublicHoliday, publicHolidaysOf } from './public-holidays.ts'

const day = (text: string) => CalendarDay.parse(text)

test.each([
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
])('Easter of %i is on %s', (year, easter) => {
  expect(easterOf(year)).toBe(easter)
})

test('the public holidays of 2027', () => {
  expect(publicHolidaysOf(2027)).toEqual([
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-05'],
    ...['2027-05-06', '2027-05-17', '2027-12-25', '2027-12-26'],
  ])
})

describe("King's Day", () => {
  test.each([
    ['2027-04-26', false],
    ['2027-04-27', true],
    ['2027-04-28', false],
  ])('on %s in a usual year: %s', (on, expected) => expect(isPublicHoliday(day(on))).toBe(expected))

  test.each([
    ['2025-04-26', true],
    ['2025-04-27', false],
  ])('on %s when the 27th is a Sunday: %s', (on, expected) => expect(isPublicHoliday(day(on))).toBe(expected))

  test.each([
    ['2013-04-27', false],
    ['2013-04-30', true],
    ['2014-04-26', true],
    ['2014-04-30', false],
    ['2015-04-27', true],
  ])('on %s, around the year in which it came in the place of the 30th: %s', (on, expected) =>
    expect(isPublicHoliday(day(on))).toBe(expected),
  )
})
