import { expect, test } from 'vitest'
import { formFields } from '#platform'
import { lastTyped, rowsOf } from './step-rows.ts'

const typed = (values: Readonly<Record<string, string>>) =>
  formFields(new Map(Object.entries(values).map(([name, value]) => [name, [value]])))

test('rows in which nothing was typed are left out; the others keep their order', () => {
  const { steps } = rowsOf(
    typed({ 'steps.0.title': ' ', 'steps.1.title': 'bellen', 'steps.1.who': 'coach', 'steps.2.title': 'koffie' }),
  )
  expect(steps.map(step => [step.title, step.who])).toEqual([
    ['bellen', 'coach'],
    ['koffie', undefined],
  ])
})

test('a day without a step is asked about, not lost', () => {
  const { steps, errorsOn } = rowsOf(typed({ 'steps.0.title': 'bellen', 'steps.2.plannedOnAsSaid': 'dinsdag' }))
  expect(steps.map(step => [step.title, step.plannedOnAsSaid])).toEqual([
    ['bellen', undefined],
    ['', 'dinsdag'],
  ])
  expect(errorsOn([{ field: 'steps.1.title', code: 'required', params: {} }])).toMatchObject([{ field: 'steps.2.title' }])
})

test('an error of the second step that was filled in stands at the row where it was typed', () => {
  const { errorsOn } = rowsOf(typed({ 'steps.0.title': 'een', 'steps.1.title': '', 'steps.2.title': 'drie' }))
  expect(errorsOn([{ field: 'steps.1.whoName', code: 'required', params: {} }])).toMatchObject([{ field: 'steps.2.whoName' }])
})

test('when nothing was filled in, the first row asks for it', () =>
  expect(rowsOf(typed({})).errorsOn([{ field: 'steps', code: 'tooSmall.array', params: {} }])).toMatchObject([
    { field: 'steps.0.title', code: 'required' },
  ]))

test.each([
  [{}, 1],
  [{ 'steps.0.title': 'een' }, 1],
  [{ 'steps.1.place': 'bibliotheek' }, 2],
  [{ 'steps.0.title': 'een', 'steps.1.recognitionWords': 'taart' }, 2],
  [{ 'steps.0.title': 'een', 'steps.1.whoName': 'Fatma', 'steps.2.recognitionEuros': '5' }, 3],
  [{ 'steps.0.title': 'een', 'steps.2.title': 'drie' }, 3],
])('of %o so many rows stand open: %i', (values, rows) => expect(lastTyped(typed(values))).toBe(rows))
