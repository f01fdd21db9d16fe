import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#kernel'
import { inGroups, type Signal, urgencyOf } from './signal.ts'

const today = '2026-11-24' as CalendarDay
const signal = (key: string, urgency: Signal['urgency'], day?: string): Signal => ({
  key,
  urgency,
  day: day as CalendarDay | undefined,
  title: key,
  why: '',
  action: '',
  href: '/',
  goalsByArea: {},
})

describe('how urgent a day is', () => {
  test.each([
    ['2026-11-01', 'now'],
    ['2026-11-24', 'now'],
    ['2026-11-25', 'week'],
    ['2026-12-01', 'week'],
    ['2026-12-02', 'later'],
  ])('%s is %s', (day, urgency) => expect(urgencyOf(day as CalendarDay, today)).toBe(urgency))
})

describe('groups', () => {
  test('given nothing, there is no group', () => expect(inGroups([])).toEqual([]))

  test('the urgent group first, in each the earliest day first, and what has no day last; an empty group is left out', () => {
    const groups = inGroups([
      signal('step', 'later'),
      signal('work', 'later', '2026-12-20'),
      signal('review', 'now', '2026-11-19'),
      signal('pause', 'now', '2026-11-10'),
    ])
    expect(groups.map(group => [group.urgency, group.signals.map(({ key }) => key)])).toEqual([
      ['now', ['pause', 'review']],
      ['later', ['work', 'step']],
    ])
  })

  test('somebody new goes first, even when the answer may come later', () => {
    const [now] = inGroups([signal('review', 'now', '2026-11-19'), { ...signal('referral', 'now', '2026-12-03'), isNew: true }])
    expect(now?.signals.map(({ key }) => key)).toEqual(['referral', 'review'])
  })
})
