import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { TRAJECTORY_TYPES, trajectoryLabel } from './trajectory-types.ts'

const day = (text: string) => CalendarDay.parse(text)

test.each([
  ['2026-12-31', 'Sociale activering'],
  ['2027-01-01', 'Maatschappelijke participatie'],
  ['2027-01-02', 'Maatschappelijke participatie'],
])('on %s social activation is called %s', (on, name) => {
  expect(trajectoryLabel('socialActivation', day(on)).nl).toBe(name)
})

test.each(TRAJECTORY_TYPES)('%s has exactly one name on every day around the change, with a source', type => {
  for (const on of ['2015-01-01', '2026-12-31', '2027-01-01', '2040-01-01']) {
    expect(trajectoryLabel(type, day(on)).source).not.toBe('')
  }
})
