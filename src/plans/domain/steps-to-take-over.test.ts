import { expect, test } from 'vitest'
import { day } from '../test-kit.ts'
import { readDay } from './day.ts'
import { plainHints } from './plain-language.ts'
import { smallerStepsFor } from './smaller-steps.ts'
import { STEP_TEMPLATES, templateOf } from './step-templates.ts'

test('ways to make a step smaller go with what it is about, in the language of the page', () => {
  expect(smallerStepsFor('Aanmelden bij de taalgroep', 'nl')[0]).toBe('Samen opzoeken waar je je aanmeldt')
  expect(smallerStepsFor('Ik bel de huisarts', 'nl')).toContain('Bellen terwijl iemand naast je zit')
  expect(smallerStepsFor('Join the walking group', 'en')[0]).toBe('Find out together where it is and at what time')
  expect(smallerStepsFor('Iets heel anders', 'nl')).toEqual(smallerStepsFor('', 'nl'))
})

test('a word is met at its beginning only: a cable car is no call', () => {
  expect(smallerStepsFor('De kabel halen', 'nl')).toEqual(smallerStepsFor('', 'nl'))
})

test('the network coach has ten steps in three parts; every template can be taken over at once and is plain', () => {
  const coach = templateOf('networkCoach')
  expect(coach?.phases.map(phase => phase.name.nl)).toEqual(['Oriënteren', 'Denken', 'Doen'])
  expect(coach?.phases.flatMap(phase => phase.steps)).toHaveLength(10)
  for (const template of STEP_TEMPLATES) {
    const steps = template.phases.flatMap(phase => phase.steps)
    expect(steps.length).toBeLessThanOrEqual(10)
    for (const step of steps) expect([step.nl, plainHints(step.nl)]).toEqual([step.nl, []])
  }
  expect(templateOf('something else')).toBeUndefined()
})

test('what was said goes before what was picked; what is not clear is said at the field', () => {
  const today = day('2026-11-28')
  expect(readDay(day('2026-12-24'), 'morgen', today, 'on')).toEqual({ ok: true, value: '2026-11-29' })
  expect(readDay(day('2026-12-24'), undefined, today, 'on')).toEqual({ ok: true, value: '2026-12-24' })
  expect(readDay(undefined, 'ooit', today, 'on')).toMatchObject({ field: 'on', details: { reason: 'dayNotClear' } })
})
