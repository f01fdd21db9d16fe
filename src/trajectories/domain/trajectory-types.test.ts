import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { phasesOf } from './phases.ts'
import { hasEarlyName, nameInLaw, TRAJECTORY_TYPES, typeRules } from './trajectory-types.ts'
import { intakeThrough, rulesHere, trajectoryLabel, type TypeSetting, type TypeSettings } from './type-settings.ts'

const day = (text: string) => CalendarDay.parse(text)
const settings = (setting: Partial<TypeSetting>): TypeSettings =>
  new Map([['socialActivation', { type: 'socialActivation', newNameEarly: false, ...setting }]])

test.each([
  ['2026-12-31', 'Sociale activering'],
  ['2027-01-01', 'Maatschappelijke participatie'],
  ['2027-01-02', 'Maatschappelijke participatie'],
])('on %s social activation is called %s', (on, name) => {
  expect(trajectoryLabel('socialActivation', day(on)).nl).toBe(name)
})

test.each([
  ['2025-12-31', 'Sociale activering'],
  ['2026-01-01', 'Maatschappelijke participatie'],
  ['2026-01-02', 'Maatschappelijke participatie'],
  ['2027-01-01', 'Maatschappelijke participatie'],
])('a municipality that uses the new name early says on %s: %s', (on, name) => {
  expect(trajectoryLabel('socialActivation', day(on), settings({ newNameEarly: true })).nl).toBe(name)
})

test('the name of the municipality goes before that of the law, in both languages', () => {
  const own = settings({ nameNl: 'Meedoen in Veenrijk' })
  expect(trajectoryLabel('socialActivation', day('2027-01-01'), own)).toEqual({
    nl: 'Meedoen in Veenrijk',
    en: 'Meedoen in Veenrijk',
  })
  const both = settings({ nameNl: 'Meedoen', nameEn: 'Joining in' })
  expect(trajectoryLabel('socialActivation', day('2026-06-01'), both).en).toBe('Joining in')
  expect(trajectoryLabel('networkCoaching', day('2026-06-01'), both).nl).toBe('Netwerkcoaching')
})

test.each(TRAJECTORY_TYPES)('%s has exactly one name on every day around the change, with a source', type => {
  for (const on of ['2015-01-01', '2026-12-31', '2027-01-01', '2040-01-01']) {
    expect(nameInLaw(type, day(on)).source).not.toBe('')
  }
})

test('only what the law renames can be called by its new name early', () => {
  expect(TRAJECTORY_TYPES.filter(hasEarlyName)).toEqual(['socialActivation'])
})

test.each(TRAJECTORY_TYPES)('%s has phases in order, each with steps in two languages', type => {
  const phases = phasesOf(type)
  expect(new Set(phases.map(phase => phase.key)).size).toBe(phases.length)
  expect(phases.length).toBeGreaterThan(1)
})

test('network coaching has ten steps in three phases and takes nine months on average', () => {
  const phases = phasesOf('networkCoaching')
  expect(phases.map(phase => phase.nl)).toEqual(['Oriënteren', 'Denken', 'Doen'])
  expect(phases.flatMap(phase => phase.steps)).toHaveLength(10)
  expect(typeRules('networkCoaching').meanMonths).toMatchObject({ value: 9 })
})

test('working on prospects goes from finding direction to a step to work', () => {
  expect(phasesOf('perspective').map(phase => phase.key)).toEqual(['orientation', 'trialVisits', 'dayActivity', 'stepToWork'])
})

test('a number without a source has to be checked locally, until the municipality sets it', () => {
  expect(rulesHere('socialActivation', new Map()).reviewWeeks).toMatchObject({ by: 'checkLocally' })
  expect(rulesHere('newcomersTrack', new Map()).longestMonths).toMatchObject({ value: 36, by: 'source' })
  expect(rulesHere('socialActivation', settings({ reviewWeeks: 8 })).reviewWeeks).toMatchObject({ value: 8, by: 'municipality' })
})

test.each([
  ['2026-12-30', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('on %s referrals go through one organisation until the last day of the year: %s', (on, through) => {
  const intakeOrganisationId = '01a00000-0000-7000-8000-000000000001' as TypeSetting['intakeOrganisationId'] & string
  const own = settings({ intakeOrganisationId, intakeUntil: day('2026-12-31') })
  expect(intakeThrough('socialActivation', day(on), own)).toBe(through ? intakeOrganisationId : undefined)
})
