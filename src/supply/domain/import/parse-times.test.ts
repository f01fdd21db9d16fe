import { describe, expect, it } from 'vitest'
import { durationIn, parseTimes } from './parse-times.ts'

const DAYS = ['', 'ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
/** What was understood, as one line: moments | frequency and run | findings. */
const understood = (text: string): string => {
  const { value, notes } = parseTimes(text)
  const { slots, dayParts, weekdays, frequency, complete, text: kept, ...run } = value
  expect(kept).toBe(text)
  expect(complete).toBe(notes.length === 0)
  const moments = [
    ...slots.map(slot => `${DAYS[slot.weekday]} ${slot.from}-${slot.to}`),
    ...dayParts.map(part => `${DAYS[part.weekday]} ${part.part}`),
  ]
  const bare = weekdays.filter(day => ![...slots, ...dayParts].some(({ weekday }) => weekday === day)).map(day => DAYS[day])
  const rest = Object.entries(run).map(([name, amount]) => `${name}=${JSON.stringify(amount)}`)
  const { kind, ...often } = frequency
  return [
    [...moments, ...bare].join(', '),
    [kind, ...Object.values(often), ...rest].join(' '),
    notes.map(({ code }) => code.replace('times.', '')).join(', '),
  ].join(' | ')
}

describe('given days and times as people write them, when they are read', () => {
  it.each([
    ['di 9.30-11.00u', 'di 09:30-11:00 | weekly | '],
    ['woensdag 10:00 - 11:30', 'wo 10:00-11:30 | weekly | '],
    ['ma di do 9.00-15.30', 'ma 09:00-15:30, di 09:00-15:30, do 09:00-15:30 | weekly | '],
    ['do/vr 10-14', 'do 10:00-14:00, vr 10:00-14:00 | weekly | '],
    ['ma t/m wo 9-16 uur', 'ma 09:00-16:00, di 09:00-16:00, wo 09:00-16:00 | weekly | '],
    ['za-zo 10-12', 'za 10:00-12:00, zo 10:00-12:00 | weekly | '],
    ['ma 9-12 en wo, do 13-15', 'ma 09:00-12:00, wo 13:00-15:00, do 13:00-15:00 | weekly | '],
    ['9-12 uur op maandag', 'ma 09:00-12:00 | weekly | '],
    ['di+vr ochtend', 'di morning, vr morning | weekly | '],
    ['dinsdagochtend', 'di morning | weekly | '],
    ['dinsdag- en donderdagmiddag', 'di afternoon, do afternoon | weekly | '],
    ['maandagavond 19:30 tot 21:00 uur', 'ma 19:30-21:00 | weekly | '],
    ['vr 20.00-8.00', 'vr 20:00-08:00 | weekly | '],
    ['om de week wo 10-12', 'wo 10:00-12:00 | everyNWeeks 2 | '],
    ['elke 3 weken op ma 9-10', 'ma 09:00-10:00 | everyNWeeks 3 | '],
    ['laatste vrijdag van de maand 14-16u', 'vr 14:00-16:00 | monthly -1 | '],
    ['2e di v/d maand 10-12', 'di 10:00-12:00 | monthly 2 | '],
    ['Tue and Thu 9:00-12:00', 'di 09:00-12:00, do 09:00-12:00 | weekly | '],
  ])('then %j is fully understood', (text, expected) => {
    expect(understood(text)).toBe(expected)
  })

  it.each([
    ['do 13.00-15.30 (6 wkn)', 'do 13:00-15:30 | weekly weeks=6 | runDatesUnknown'],
    ['in overleg, 4-16 uur p/w', ' | flexible hoursPerWeek={"min":4,"max":16} | noFixedDays'],
    ['dagdelen ma-wo', 'ma, di, wo | weekly | noClockTimes'],
    ['ma-di 8.30-16.30, ook halve dagen', 'ma 08:30-16:30, di 08:30-16:30 | weekly | partly'],
    ['2-5 dagen', ' | unknown daysPerWeek={"min":2,"max":5} | noFixedDays'],
    ['flexibel', ' | flexible | noFixedDays'],
    ['start 1e ma v/d maand 13-15u', 'ma 13:00-15:00 | unknown | startOnly'],
    ['za 10-13 (4x)', 'za 10:00-13:00 | weekly sessions=4 | runDatesUnknown'],
    ['1e zo v/d maand 10u', 'zo morning | monthly 1 | noEnd'],
    ['1x per week', ' | weekly | noFixedDays'],
    ['ma 9-12 behalve in de zomer', 'ma 09:00-12:00 | weekly | partly'],
    ['25.00-26.00', ' | unknown | notUnderstood'],
    ['zie website', ' | unknown | notUnderstood'],
    ['', ' | unknown | missing'],
  ])('then of %j the text stays beside what was understood', (text, expected) => {
    const { value, notes } = parseTimes(text)
    expect(value.text).toBe(text)
    expect(notes.length).toBeGreaterThan(0)
    if (text !== '') expect(understood(text)).toBe(expected)
  })

  it('then every day means seven days', () => {
    const { value, notes } = parseTimes('dagelijks 20.00-8.00')
    expect([value.slots.length, value.frequency, notes]).toEqual([7, { kind: 'daily' }, []])
    expect(value.slots[6]).toEqual({ weekday: 7, from: '20:00', to: '08:00' })
  })
})

describe('given a description, when the length of a run is looked for', () => {
  it.each([
    ['Rust in je hoofd: 8 keer, oefenen', { unit: 'sessions', count: 8 }],
    ['Twee weken meelopen', { unit: 'weeks', count: 2 }],
    ['ong. 9 maanden', { unit: 'months', count: 9 }],
    ['Een vrijwilliger komt 1x p/w langs', undefined],
    ['1x per week koken', undefined],
    ['12 uur plus excursie', undefined],
  ])('then %j gives %j', (text, expected) => {
    expect(durationIn(text)).toEqual(expected)
  })
})
