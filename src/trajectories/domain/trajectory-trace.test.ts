import { expect, test } from 'vitest'
import type { MembershipId } from '#kernel'
import type { Trajectory } from './trajectory.ts'
import { reasonsOf, type TrajectoryVersion } from './trajectory-trace.ts'

const version = (at: number, action: TrajectoryVersion['action'], before: TrajectoryVersion['before'], reason = '') => ({
  version: at,
  action,
  before,
  reason,
  replacedAt: new Date('2026-11-20T10:00:00Z'),
  replacedBy: '01890000-0000-7000-8000-000000000001' as MembershipId,
})

test('a pause tells the reason of that pause, also after a second one; a hand-over and an amendment their own words', () => {
  const now = { state: 'paused', pauseReason: 'care', pauseWords: 'Voor haar moeder' } as unknown as Trajectory
  const versions = [
    version(1, 'pause', { state: 'active', pauseReason: null, pauseWords: null }),
    version(2, 'resume', { state: 'paused', pauseReason: 'health', pauseWords: 'Een operatie' }),
    version(3, 'changeCoordinator', { coordinatorId: 'a' }, 'Kim gaat met verlof'),
    version(4, 'amend', { law: 'wmo' }, 'Verkeerd ingevuld'),
    version(5, 'pause', { state: 'active', pauseReason: null, pauseWords: null }),
  ]
  expect(reasonsOf(now, versions).toSorted((a, b) => a.version - b.version)).toEqual([
    { version: 2, code: 'pause.health', words: 'Een operatie' },
    { version: 4, words: 'Kim gaat met verlof' },
    { version: 5, words: 'Verkeerd ingevuld' },
    { version: 6, code: 'pause.care', words: 'Voor haar moeder' },
  ])
})
