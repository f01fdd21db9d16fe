import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, isoWeekday } from './calendar-day.ts'
import { readDayAsSaid } from './day-as-said.ts'

const day = (text: string) => text as CalendarDay
/** A Saturday. */
const SATURDAY = '2026-11-28'

describe('a day as people say it, said on Saturday 28 November 2026', () => {
  test.each([
    ['vandaag', '2026-11-28'],
    ['Morgen', '2026-11-29'],
    ['overmorgen', '2026-11-30'],
    ['dinsdag', '2026-12-01'],
    ['a.s. dinsdag', '2026-12-01'],
    ['komende dinsdag', '2026-12-01'],
    ['zaterdag', '2026-12-05'],
    ['volgende week dinsdag', '2026-12-01'],
    ['dinsdag volgende week', '2026-12-01'],
    ['volgende week', '2026-11-30'],
    ['eind volgende week', '2026-12-04'],
    ['dit weekend', '2026-11-28'],
    ['volgend weekend', '2026-12-05'],
    ['over twee weken', '2026-12-12'],
    ['over 3 dagen', '2026-12-01'],
    ['over een week', '2026-12-05'],
    ['over één maand', '2026-12-28'],
    ['over een half jaar', '2027-05-28'],
    ['dinsdag over twee weken', '2026-12-15'],
    ['vandaag over een week', '2026-12-05'],
    ['een week na dinsdag', '2026-12-08'],
    ['15 december', '2026-12-15'],
    ['dinsdag 15 december', '2026-12-15'],
    ['op 15 dec.', '2026-12-15'],
    ['15 december 2027', '2027-12-15'],
    ['3 januari', '2027-01-03'],
    ['28 november', '2026-11-28'],
    ['27 november', '2027-11-27'],
    ['de 15e', '2026-12-15'],
    ['de 30ste', '2026-11-30'],
    ['begin januari', '2027-01-01'],
    ['half december', '2026-12-15'],
    ['eind december', '2026-12-31'],
    ['eind van de maand', '2026-11-30'],
    ['volgende maand', '2026-12-01'],
    ['eind volgende maand', '2026-12-31'],
    ['in maart', '2027-03-01'],
    ['15-12', '2026-12-15'],
    ['15/12/2026', '2026-12-15'],
    ['1.2.27', '2027-02-01'],
    ['2026-12-15', '2026-12-15'],
    ['tomorrow', '2026-11-29'],
    ['the day after tomorrow', '2026-11-30'],
    ['next tuesday', '2026-12-01'],
    ['Tuesday next week', '2026-12-01'],
    ['in two weeks', '2026-12-12'],
    ['a week from tuesday', '2026-12-08'],
    ['December 15th', '2026-12-15'],
    ['the 3rd', '2026-12-03'],
    ['end of january', '2027-01-31'],
    ['next year', '2027-01-01'],
  ])('%s is %s', (words, meant) => expect(readDayAsSaid(words, day(SATURDAY))).toBe(meant))

  test.each([
    '',
    'ooit',
    'als het lukt',
    'maandag 15 december',
    '31 november',
    '30 februari 2027',
    '45-12',
    'deze week dinsdag',
    'over een halve appel',
    'dinsdag en donderdag',
    'dinsdag om 10 uur',
    '15',
    'mei week',
  ])('"%s" is not clear, and no day is made up', words => expect(readDayAsSaid(words, day(SATURDAY))).toBeUndefined())
})

describe('on other days', () => {
  test.each([
    // "Next Tuesday" is in the next week, whatever day it is now; "Tuesday" is the first to come.
    ['2026-11-23', 'dinsdag', '2026-11-24'],
    ['2026-11-23', 'volgende dinsdag', '2026-12-01'],
    ['2026-11-24', 'dinsdag', '2026-12-01'],
    ['2026-11-24', 'volgende week dinsdag', '2026-12-01'],
    ['2026-11-23', 'deze week vrijdag', '2026-11-27'],
    ['2026-11-29', 'volgende week dinsdag', '2026-12-01'],
    ['2026-11-29', 'weekend', '2026-11-29'],
    // over the end of the year, of a short month and of February
    ['2026-12-31', 'morgen', '2027-01-01'],
    ['2026-12-30', 'volgende week dinsdag', '2027-01-05'],
    ['2026-12-15', 'over drie weken', '2027-01-05'],
    ['2027-01-31', 'over een maand', '2027-02-28'],
    ['2028-01-31', 'over een maand', '2028-02-29'],
    ['2027-02-27', 'overmorgen', '2027-03-01'],
    ['2027-12-10', '29 februari', '2028-02-29'],
    ['2026-12-10', '29 februari', undefined],
    ['2027-01-31', 'de 30e', '2027-03-30'],
    // over the nights in which the clock goes forward and back
    ['2027-03-27', 'morgen', '2027-03-28'],
    ['2027-03-28', 'morgen', '2027-03-29'],
    ['2027-03-25', 'over een week', '2027-04-01'],
    ['2026-10-24', 'overmorgen', '2026-10-26'],
    ['2026-10-25', 'over 1 dag', '2026-10-26'],
  ])('on %s, "%s" is %s', (today, words, meant) => expect(readDayAsSaid(words, day(today))).toBe(meant))
})

test('whatever the day: a weekday that is said is the weekday that comes out, and it is still to come', () => {
  const names = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 6 }), (days, index) => {
      const today = addDays(day('2024-01-01'), days)
      const soon = readDayAsSaid(names[index] ?? '', today)
      const nextWeek = readDayAsSaid(`volgende week ${names[index]}`, today)
      expect([soon, nextWeek].map(each => each && isoWeekday(each))).toEqual([index + 1, index + 1])
      expect(soon !== undefined && soon > today && soon <= addDays(today, 7)).toBe(true)
      expect(nextWeek !== undefined && nextWeek > today && nextWeek <= addDays(today, 13)).toBe(true)
    }),
  )
})

test('whatever is typed, it answers a day or nothing', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), text => void readDayAsSaid(text, day(SATURDAY))))
})
