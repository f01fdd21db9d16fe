import { expect, test } from 'vitest'
import { logDays } from './log-days.ts'

const line = (at: string, use_case: string, more: object = {}) => ({
  at,
  use_case,
  kind: 'read',
  role: 'coach',
  membership_id: 'mirjam',
  ...more,
})

test('the lines of one person on one day are one line, newest day first', () => {
  const days = logDays([
    line('2026-11-24T09:00:00+00:00', 'desk.getPlanSheet'),
    line('2026-11-25T09:00:00+00:00', 'plans.addGoal', { kind: 'write' }),
    line('2026-11-25T09:05:00+00:00', 'plans.addSteps', { kind: 'write' }),
    line('2026-11-25T08:59:00+00:00', 'contacts.listNotes'),
  ])
  expect(days).toEqual([
    { day: '2026-11-25', membershipId: 'mirjam', role: 'coach', read: ['notes'], wrote: ['plan'], times: 3 },
    { day: '2026-11-24', membershipId: 'mirjam', role: 'coach', read: ['plan'], wrote: [], times: 1 },
  ])
})

test('two people on one day are two lines; without a person it is Opstap itself', () => {
  const days = logDays([
    line('2026-11-25T09:00:00+00:00', 'plans.addGoal', { membership_id: null, role: 'system' }),
    line('2026-11-25T09:01:00+00:00', 'plans.addGoal', { role: 'participant', membership_id: 'selam' }),
  ])
  expect(days.map(({ membershipId, role }) => [membershipId, role])).toEqual([
    ['selam', 'participant'],
    [undefined, 'system'],
  ])
})

test('the day is the Dutch day: just after midnight in winter it is still yesterday in UTC', () => {
  expect(logDays([line('2026-11-24T23:10:00+00:00', 'plans.addGoal')])[0]?.day).toBe('2026-11-25')
})
