import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { addWorkingDays } from './working-days.ts'

test.each([
  ['2026-11-23', 5, '2026-11-30'],
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-11-29', 5, '2026-12-04'],
  ['2026-12-30', 2, '2027-01-01'],
  ['2026-11-23', 0, '2026-11-23'],
])('%s plus %i working days is %s', (day, count, result) => {
  expect(addWorkingDays(CalendarDay.parse(day), count)).toBe(result)
})
