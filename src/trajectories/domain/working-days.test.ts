import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

test.each([
  ['2026-11-23', 5, '2026-11-30'],
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-11-29', 5, '2026-12-04'],
  ['2026-11-23', 0, '2026-11-23'],
  // Over Christmas 2026: Friday 25 December, Saturday the 26th, and New Year on a Friday.
  ['2026-12-17', 5, '2026-12-24'],
  ['2026-12-18', 5, '2026-12-28'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-25', 5, '2027-01-04'],
  ['2026-12-30', 2, '2027-01-04'],
  // Over Easter 2027: Good Friday 26 March, Easter Monday the 29th.
  ['2027-03-25', 1, '2027-03-30'],
  ['2027-03-22', 5, '2027-03-31'],
  // King's Day 2027 is a Tuesday; Liberation Day and Ascension Day come one behind the other.
  ['2027-04-26', 1, '2027-04-28'],
  ['2027-04-28', 5, '2027-05-07'],
])('%s plus %i working days is %s', (day, count, result) => {
  expect(addWorkingDays(CalendarDay.parse(day), count)).toBe(result)
})

test.each([
  ['2026-12-24', true],
  ['2026-12-25', false],
  ['2026-12-27', false],
  ['2026-12-28', true],
  ['2026-12-31', true],
])('%s is a working day: %s', (day, expected) => {
  expect(isWorkingDay(CalendarDay.parse(day))).toBe(expected)
})
