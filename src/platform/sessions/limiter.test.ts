import { expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

test('counts per key within the window, and forgets after it or when told', () => {
  let now = new Date('2026-03-02T10:00:00Z')
  const limiter = createLimiter({ most: 2, windowMs: 60_000, clock: { now: () => now } })
  limiter.count('anna')
  expect(limiter.isFull('anna')).toBe(false)
  limiter.count('anna')
  expect(limiter.isFull('anna')).toBe(true)
  expect(limiter.isFull('bea')).toBe(false)
  limiter.forget('anna')
  expect(limiter.isFull('anna')).toBe(false)
  limiter.count('anna')
  limiter.count('anna')
  now = new Date('2026-03-02T10:01:00Z')
  expect(limiter.isFull('anna')).toBe(false)
})
