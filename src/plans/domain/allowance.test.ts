import { describe, expect, test } from 'vitest'
import { CalendarDay, type MembershipId, namedId, type PaymentId } from '#kernel'
import type { AllowanceLimits, Ceiling, LimitsOn, Payment } from './allowance.ts'
import { forecast } from './allowance-forecast.ts'
import { hourLimit, levelOf, meterOf, signalOf } from './allowance-meter.ts'

const day = (text: string) => CalendarDay.parse(text)
const known = (value: number): Ceiling => ({ state: 'known', value, source: 'test', mark: 'verified' })
const NOT_SET: Ceiling = { state: 'notSet' }

/** As they were found: 2025, 2026; nothing of 2027, and no hourly amount of 2026. */
const limitsOn: LimitsOn = on => {
  const year = on.slice(0, 4)
  const amounts = year === '2026' ? [22_000, 220_000] : year === '2025' ? [21_000, 210_000] : undefined
  const [month, whole] = amounts?.map(known) ?? [NOT_SET, NOT_SET]
  const hours = year === '2025'
  return {
    month: month ?? NOT_SET,
    year: whole ?? NOT_SET,
    hour: hours ? known(560) : NOT_SET,
    hourYoung: hours ? known(330) : NOT_SET,
    hourAge: known(21),
    countsBelowAge: known(27),
  }
}

let made = 0
const paid = (paidOn: string, euros: number, more: Partial<Payment> = {}): Payment => ({
  id: namedId<PaymentId>(`payment ${(made += 1)}`),
  paidOn: day(paidOn),
  amountCents: Math.round(euros * 100),
  kind: 'allowance',
  words: '',
  organisationName: 'Buurthuis',
  state: 'paid',
  enteredBy: namedId<MembershipId>('coach'),
  byPayer: false,
  version: 1,
  ...more,
})
const OLD = day('1980-05-05')
const meter = (payments: readonly Payment[], on = '2026-11-20', birthDate = OLD) =>
  meterOf(payments, { on: day(on), birthDate, limitsOn })

describe('the month and the year must both hold', () => {
  test.each([
    [175.99, 'fine', 79],
    [176, 'near', 80],
    [219.99, 'near', 99],
    [220, 'full', 100],
    [220.01, 'over', 100],
    [264, 'over', 120],
  ] as const)('€ %d of € 220 in a month is %s', (euros, level, percent) => {
    expect(meter([paid('2026-11-10', euros)]).month).toMatchObject({ level, percent })
  })

  test('payments of all organisations are taken together', () => {
    const payments = [
      paid('2026-11-01', 100, { organisationName: 'Bibliotheek' }),
      paid('2026-11-30', 90, { organisationName: 'Voetbalclub' }),
    ]
    expect(meter(payments).month).toMatchObject({ paidCents: 19_000, leftCents: 3_000, level: 'near' })
  })

  test('a month ends at midnight of its last day; the year goes on', () => {
    const payments = [paid('2026-10-31', 200), paid('2026-11-01', 10), paid('2026-12-01', 30)]
    expect(meter(payments, '2026-10-31').month.paidCents).toBe(20_000)
    expect(meter(payments, '2026-11-01').month.paidCents).toBe(1_000)
    expect(meter(payments, '2026-11-01').year.paidCents).toBe(24_000)
  })

  test('every month within the limit and the year over it: the year says so', () => {
    const payments = Array.from({ length: 11 }, (_, index) => paid(`2026-${String(index + 1).padStart(2, '0')}-15`, 201))
    const { month, year } = meter(payments)
    expect(month.level).toBe('near')
    expect(year).toMatchObject({ paidCents: 221_100, level: 'over' })
  })

  test('a new year starts at nothing, and its limits are not known yet: nothing is guessed', () => {
    const payments = [paid('2026-12-31', 220), paid('2027-01-01', 500)]
    expect(meter(payments, '2026-12-31').month.level).toBe('full')
    const { month, year } = meter(payments, '2027-01-01')
    expect(month).toEqual({ paidCents: 50_000, limit: { state: 'notSet' }, level: 'notSet' })
    expect(year.paidCents).toBe(50_000)
  })

  test('a payment is judged by the limits of its own year', () => {
    expect(meter([paid('2025-03-01', 215)], '2025-03-31').month.level).toBe('over')
    expect(meter([paid('2026-03-01', 215)], '2026-03-31').month.level).toBe('near')
  })

  test('29 February belongs to February', () => {
    const leap: LimitsOn = () => limitsOn(day('2026-01-01'))
    const of = (on: string) => meterOf([paid('2028-02-29', 100)], { on: day(on), birthDate: OLD, limitsOn: leap }).month.paidCents
    expect([of('2028-02-01'), of('2028-03-01')]).toEqual([10_000, 0])
  })
})

describe('what does not count', () => {
  test('proven costs, which are shown apart', () => {
    const payments = [paid('2026-11-02', 60), paid('2026-11-03', 500, { kind: 'actualCosts' })]
    expect(meter(payments)).toMatchObject({ month: { paidCents: 6_000 }, year: { paidCents: 6_000 }, actualCostsCents: 50_000 })
  })

  test('what was withdrawn', () => {
    expect(meter([paid('2026-11-02', 300, { state: 'withdrawn' })]).month.paidCents).toBe(0)
  })
})

describe('below 27 every allowance counts (Participatiewet article 31, paragraph 5)', () => {
  const BORN = day('1999-11-20')
  test.each([
    ['2026-11-19', 'counts'],
    ['2026-11-20', 'counted'],
    ['2026-11-21', 'counted'],
  ] as const)('on %s: %s', (on, state) => {
    expect(meter([paid('2026-03-01', 20)], on, BORN).young).toMatchObject({ state, countedCents: 2_000 })
  })

  test('each payment by the age on its own day: the day before the birthday counts, the birthday does not', () => {
    const payments = [paid('2026-11-19', 10), paid('2026-11-20', 20), paid('2026-11-21', 40)]
    expect(meter(payments, '2026-11-30', BORN).young).toEqual({ state: 'counted', belowAge: 27, countedCents: 1_000 })
  })

  test('says until which birthday', () => {
    expect(meter([], '2026-11-19', BORN).young).toMatchObject({ until: '2026-11-20', countedCents: 0 })
  })

  test('proven costs do not count', () => {
    expect(meter([paid('2026-11-01', 50, { kind: 'actualCosts' })], '2026-11-10', BORN).young).toMatchObject({ countedCents: 0 })
  })

  test('born on 29 February: 27 from 1 March', () => {
    const leap = day('2000-02-29')
    const known: LimitsOn = () => limitsOn(day('2026-01-01'))
    const on = (text: string) => meterOf([], { on: day(text), birthDate: leap, limitsOn: known }).young
    expect(on('2027-02-28')).toMatchObject({ state: 'counts', until: '2027-03-01' })
    expect(on('2027-03-01')).toEqual({ state: 'exempt' })
  })

  test('from 27 on nothing is said when nothing was paid before', () => {
    expect(meter([paid('2026-11-01', 20)]).young).toEqual({ state: 'exempt' })
  })

  test('without a known age nothing is guessed', () => {
    const none: LimitsOn = on => ({ ...limitsOn(on), countsBelowAge: NOT_SET })
    expect(meterOf([], { on: day('2026-11-01'), birthDate: BORN, limitsOn: none }).young).toEqual({ state: 'notSet' })
  })
})

describe('the amount per hour', () => {
  const hourly = (paidOn: string, birthDate: CalendarDay, euros = 10, hours = 2) =>
    meter([paid(paidOn, euros, { hours })], paidOn, birthDate).hourly[0]

  test('by age on the day of the payment', () => {
    const born = day('2004-06-15')
    expect(hourly('2025-06-14', born)).toMatchObject({ centsPerHour: 500, limit: { value: 330 }, above: true })
    expect(hourly('2025-06-15', born)).toMatchObject({ centsPerHour: 500, limit: { value: 560 }, above: false })
  })

  test('the amount of 2026 is not known: said, not judged', () => {
    expect(hourly('2026-11-01', OLD, 100, 1)).toMatchObject({ limit: { state: 'notSet' }, above: false })
  })

  test('the meter says the amount for the age of that day, or that nobody knows it', () => {
    expect(meter([], '2025-06-01', day('2004-06-02')).hourLimit).toMatchObject({ value: 330 })
    expect(meter([], '2025-06-02', day('2004-06-02')).hourLimit).toMatchObject({ value: 560 })
    expect(meter([], '2026-06-02').hourLimit).toEqual({ state: 'notSet' })
  })

  test('without hours nothing is said', () => {
    expect(meter([paid('2025-06-01', 100)], '2025-06-01').hourly).toEqual([])
  })

  test('without a known age there is no amount', () => {
    const limits: AllowanceLimits = { ...limitsOn(day('2025-01-01')), hourAge: NOT_SET }
    expect(hourLimit(limits, 40)).toEqual({ state: 'notSet' })
  })
})

describe('what stands out most', () => {
  const signal = (payments: readonly Payment[], on?: string, birthDate?: CalendarDay) => signalOf(meter(payments, on, birthDate))
  test('nothing', () => expect(signal([paid('2026-11-01', 20)])).toBeUndefined())
  test('near, full and over, the worst first', () => {
    expect(signal([paid('2026-11-01', 180)])).toBe('near')
    expect(signal([paid('2026-11-01', 220)])).toBe('full')
    expect(signal([paid('2026-11-01', 230)])).toBe('over')
  })
  test('young, when anything was paid', () => {
    expect(signal([paid('2026-11-01', 5)], '2026-11-02', day('2003-01-01'))).toBe('young')
    expect(signal([], '2026-11-02', day('2003-01-01'))).toBeUndefined()
  })
  test('an hour that was paid above the amount', () => {
    expect(signal([paid('2025-11-01', 30, { hours: 2 })], '2025-11-02')).toBe('hourly')
  })
  test('limits that are not known, when something was paid', () => {
    expect(signal([paid('2027-01-02', 5)], '2027-01-03')).toBe('notSet')
    expect(signal([], '2027-01-03')).toBeUndefined()
  })
})

test('a limit of nothing is reached by anything', () => {
  expect(levelOf(1, known(0))).toBe('over')
})

describe('what if', () => {
  const plan = (perTime: number, timesPerMonth: number, from: string) => ({
    perTimeCents: perTime * 100,
    timesPerMonth,
    from: day(from),
  })

  test('within both limits until the end of what is known', () => {
    const { stops, unknownFrom, months } = forecast([], plan(10, 4, '2026-11-20'), limitsOn)
    expect(stops).toBeUndefined()
    expect(unknownFrom).toBe('2027-01-01')
    expect(months.slice(0, 2)).toEqual([
      { month: '2026-11-01', totalCents: 4_000, level: 'fine', yearCents: 4_000, yearLevel: 'fine' },
      { month: '2026-12-01', totalCents: 4_000, level: 'fine', yearCents: 8_000, yearLevel: 'fine' },
    ])
  })

  test('says in which month the month limit comes, and how often it still fits', () => {
    expect(forecast([], plan(50, 5, '2026-11-01'), limitsOn).stops).toEqual({
      month: '2026-11-01',
      limit: 'month',
      timesThatFit: 4,
    })
  })

  test('counts what others pay already', () => {
    expect(forecast([paid('2026-11-03', 187)], plan(11, 4, '2026-11-05'), limitsOn).stops).toEqual({
      month: '2026-11-01',
      limit: 'month',
      timesThatFit: 3,
    })
  })

  test('says when the year is reached although every month fits', () => {
    const before = [paid('2026-01-31', 220), ...[2, 3, 4, 5, 6, 7, 8].map(m => paid(`2026-0${m}-15`, 210))]
    const { stops } = forecast(before, plan(50, 4, '2026-09-01'), limitsOn)
    expect(stops).toEqual({ month: '2026-11-01', limit: 'year', timesThatFit: 2 })
  })

  test('exactly at the limit still fits', () => {
    expect(forecast([], plan(55, 4, '2026-12-01'), limitsOn).stops).toBeUndefined()
  })

  test('the year change starts at nothing, from any day of a month', () => {
    const limits: LimitsOn = () => limitsOn(day('2026-01-01'))
    const { months } = forecast([paid('2026-12-05', 100)], plan(100, 1, '2026-12-31'), limits)
    expect(months.slice(0, 3).map(({ month, yearCents }) => [month, yearCents])).toEqual([
      ['2026-12-01', 20_000],
      ['2027-01-01', 10_000],
      ['2027-02-01', 20_000],
    ])
  })

  test('withdrawn payments and proven costs leave room', () => {
    const payments = [paid('2026-11-01', 200, { state: 'withdrawn' }), paid('2026-11-01', 200, { kind: 'actualCosts' })]
    expect(forecast(payments, plan(50, 4, '2026-11-01'), limitsOn).stops).toBeUndefined()
  })
})
