import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  type CalendarDay,
  clockTimeIn,
  type ClockTime,
  dayIn,
  daysBetween,
  instantAt,
  isoWeekday,
} from './index.ts'

const day = (text: string) => text as CalendarDay
const at = (text: string) => text as ClockTime

describe('days', () => {
  test.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1969-12-31', 3],
  ])('%s is weekday %i', (text, weekday) => expect(isoWeekday(day(text))).toBe(weekday))

  test('counting over the end of a month and over the change of clocks', () => {
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26')
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2026-11-30'), -9)).toBe('2026-02-28')
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15')
  })

  test('there is no day after the last one', () => {
    expect(addDays(day('9999-12-31'), 6)).toBe('9999-12-31')
    expect(addMonths(day('9999-12-01'), 11)).toBe('9999-12-31')
  })

  test('somebody is a year older on the birthday itself, not the day before', () => {
    expect(ageOn(day('1999-11-23'), day('2026-11-22'))).toBe(26)
    expect(ageOn(day('1999-11-23'), day('2026-11-23'))).toBe(27)
  })

  test('the day in the Netherlands, not the one in Greenwich', () => {
    expect(dayIn(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
    expect(dayIn(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  })
})

describe('times', () => {
  test.each([
    ['2026-11-24', '09:30', '2026-11-24T08:30:00.000Z'],
    ['2026-07-01', '09:30', '2026-07-01T07:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ])('%s at %s is %s', (date, clock, instant) => expect(instantAt(day(date), at(clock)).toISOString()).toBe(instant))

  test('and back', () => expect(clockTimeIn(new Date('2026-11-24T08:30:00Z'))).toBe('09:30'))
})
