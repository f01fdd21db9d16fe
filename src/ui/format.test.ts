import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import {
  sayCount,
  sayDate,
  sayDay,
  sayDistance,
  sayInstant,
  sayList,
  sayMoney,
  sayPercent,
  sayRelative,
  saySpan,
  sayTime,
  sayTimes,
  sayWeekday,
  timeIn,
} from './format.ts'

const day = (text: string): CalendarDay => CalendarDay.parse(text)
const today = day('2026-11-22')
/** Intl puts no-break spaces between amounts and signs. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '')

describe('days as people say them', () => {
  it.each([
    ['2026-11-24', 'nl', 'dinsdag 24 november, over 2 dagen'],
    ['2026-11-22', 'nl', 'zondag 22 november, vandaag'],
    ['2026-11-23', 'nl', 'maandag 23 november, morgen'],
    ['2026-11-21', 'nl', 'zaterdag 21 november, gisteren'],
    ['2026-11-09', 'nl', 'maandag 9 november, 13 dagen geleden'],
    ['2026-11-08', 'nl', 'zondag 8 november, 2 weken geleden'],
    ['2027-03-01', 'nl', 'maandag 1 maart 2027, over 3 maanden'],
    ['2026-11-24', 'en', 'Tuesday 24 November, in 2 days'],
    ['2026-11-24', 'ar', 'الثلاثاء، 24 نوفمبر، خلال يومين'],
  ] as const)('%s in %s', (text, lang, said) => {
    expect(sayDay(day(text), today, lang)).toBe(said)
  })

  it('the year is said only when it is another one', () => {
    expect(sayDate(day('2026-09-03'), today, 'nl')).toBe('3 september')
    expect(sayDate(day('2025-09-03'), today, 'nl')).toBe('3 september 2025')
    expect(sayWeekday(day('2026-11-24'), today, 'nl')).toBe('dinsdag 24 november')
    expect(sayRelative(day('2026-12-31'), today, 'en')).toBe('in 6 weeks')
  })

  it('an instant is said in the time of the Netherlands, also in the summer', () => {
    expect(sayInstant(new Date('2026-11-24T08:30:00Z'), today, 'nl')).toBe('dinsdag 24 november om 9.30 uur')
    expect(timeIn(new Date('2026-07-01T22:05:00Z'))).toBe('00:05')
  })

  it('lengths of time', () => {
    expect(saySpan(35, 'nl')).toBe('5 weken')
    expect(saySpan(1, 'nl')).toBe('1 dag')
  })
})

describe('times, money, distance and counts', () => {
  it('a time has a point in Dutch and a colon elsewhere', () => {
    expect(sayTime('09:30', 'nl')).toBe('9.30')
    expect(sayTime('14:00:00', 'en')).toBe('14:00')
    expect(sayTimes('09:30', '11:00', 'nl')).toBe('9.30 - 11.00 uur')
    expect(sayTimes('09:30', undefined, 'nl')).toBe('9.30 uur')
  })

  it('money without needless cents', () => {
    expect(plain(sayMoney(20_000, 'nl'))).toBe('€ 200')
    expect(plain(sayMoney(1250, 'nl'))).toBe('€ 12,50')
    expect(plain(sayMoney(1250, 'en'))).toBe('€12.50')
    expect(plain(sayMoney(1250, 'ar'))).toBe('12.50 €')
  })

  it('distance, and that it is not known', () => {
    expect(sayDistance(1.23, 'nl')).toBe('1,2 km')
    expect(sayDistance(0.04, 'nl')).toBe('100 m')
    expect(sayDistance(0.96, 'nl')).toBe('1 km')
    expect(sayDistance(13.6, 'en')).toBe('14 km')
    expect(sayDistance(undefined, 'nl')).toBe('afstand onbekend')
  })

  it('counts, shares and lists', () => {
    expect(sayCount(12_345, 'nl')).toBe('12.345')
    expect(sayCount(12_345, 'ar')).toBe('12,345')
    expect(sayPercent(0.416, 'nl')).toBe('42%')
    expect(sayList(['Selam', 'de coach', 'de bibliotheek'], 'nl')).toBe('Selam, de coach en de bibliotheek')
  })
})
