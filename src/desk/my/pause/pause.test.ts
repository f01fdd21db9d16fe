import { expect, test } from 'vitest'
import type { CalendarDay } from '#kernel'
import { pauseOf } from './pause.ts'

const day = (words: string) => words as CalendarDay
const kim = { kind: 'coach', name: 'Kim', phone: '010 123 45 67' } as const
const paused = (returnOn?: string) => ({
  state: 'paused' as const,
  ...(returnOn === undefined ? {} : { returnOn: day(returnOn) }),
})

test.each([
  ['2026-12-13', { until: '2026-12-14' }],
  ['2026-12-14', {}],
  ['2026-12-15', {}],
] as const)('on %s, with 14 December as the day to look again', (today, said) => {
  expect(pauseOf([paused('2026-12-14')], [], day(today))).toEqual(said)
})

test('who to call: the coach with a number, else the name, else whoever referred; the reason is nowhere', () => {
  const today = day('2026-12-01')
  expect(pauseOf([paused()], [kim], today)).toEqual({ call: { name: 'Kim', phone: '010 123 45 67' } })
  expect(pauseOf([paused()], [{ kind: 'coach', name: 'Kim' }], today)).toEqual({ call: { name: 'Kim' } })
  expect(pauseOf([paused()], [{ kind: 'municipality', name: 'Bo' }], today)).toEqual({ call: { name: 'Bo' } })
})

test('nothing is said without a trajectory, and while one of two goes on', () => {
  const today = day('2026-12-01')
  expect(pauseOf([], [kim], today)).toBeUndefined()
  expect(pauseOf([{ state: 'ended' }], [kim], today)).toBeUndefined()
  expect(pauseOf([paused(), { state: 'active' }], [kim], today)).toBeUndefined()
})
