import { expect, test } from 'vitest'
import { aStep, day } from '#plans/test-kit'
import { isolate, sayAppointmentMoment, sayMoment } from './say.ts'
import { myTexts } from './texts.ts'

const today = day('2026-11-22')
const { t } = myTexts('nl')
const moment = (plannedOn: string, plannedAt?: string) =>
  sayMoment(aStep('Lopen', { plannedOn: day(plannedOn), ...(plannedAt === undefined ? {} : { plannedAt }) }), today, 'nl', t)

test('day and time as people say them', () => {
  expect(moment('2026-11-25', '10:00')).toBe('Woensdag 25 november, 10 uur')
  expect(moment('2026-11-25', '10:30')).toBe('Woensdag 25 november, 10.30 uur')
  expect(moment('2026-11-23')).toBe('Morgen')
  expect(moment('2026-11-22', '14:00')).toBe('Vandaag, 14 uur')
  expect(sayMoment(aStep('Lopen'), today, 'nl', t)).toBeUndefined()
})

test('a day that has passed is no reproach', () => {
  expect(moment('2026-11-17', '10:00')).toBe('Dit was dinsdag 17 november. Het mag nog steeds.')
})

test('an appointment on the hour keeps its minutes where they are always said', () => {
  const appointment = { day: day('2026-11-26'), time: '14:00', minutes: 60, kind: 'conversation' } as const
  expect(sayAppointmentMoment(appointment, today, 'nl', t)).toBe('Donderdag 26 november, 14 uur')
  expect(sayAppointmentMoment(appointment, today, 'en', myTexts('en').t)).toBe('Thursday 26 November, 14:00')
})

test('a telephone number keeps its order within Arabic only', () => {
  expect(isolate('0172 555 010', 'ar', 'ltr')).toBe('\u20660172 555 010\u2069')
  expect(isolate('0172 555 010', 'nl', 'ltr')).toBe('0172 555 010')
})
