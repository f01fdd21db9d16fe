import { describe, expect, test } from 'vitest'
import type { CalendarDay, MembershipId, PaperInvitationId } from '#kernel'
import { lastDayOf, mustBeOpen, type PaperInvitation, paperStateOn } from './paper-invitation.ts'

const day = (text: string): CalendarDay => text as CalendarDay
const letter: PaperInvitation = {
  id: '01890000-0000-7000-8000-000000000001' as PaperInvitationId,
  membershipId: '01890000-0000-7000-8000-000000000002' as MembershipId,
  language: 'nl',
  madeOn: day('2026-11-28'),
  expiresOn: day('2026-12-12'),
  tries: 0,
  version: 1,
}

test('a letter lets in for two weeks', () => {
  expect(lastDayOf(day('2026-11-28'))).toBe('2026-12-12')
})

describe('given a letter until 12 December', () => {
  test.each([
    ['the day before', letter, '2026-12-11', 'open'],
    ['the day itself', letter, '2026-12-12', 'open'],
    ['the day after', letter, '2026-12-13', 'expired'],
    ['four wrong birthdays', { ...letter, tries: 4 }, '2026-12-01', 'open'],
    ['five wrong birthdays', { ...letter, tries: 5 }, '2026-12-01', 'blocked'],
    ['that was used', { ...letter, usedOn: day('2026-11-30') }, '2026-12-13', 'used'],
    ['that was withdrawn', { ...letter, withdrawnOn: day('2026-11-30') }, '2026-12-01', 'withdrawn'],
  ] as const)('%s, then it is so', (_what, given, today, state) => {
    expect(paperStateOn(given, day(today))).toBe(state)
    expect(mustBeOpen(given, day(today)).ok).toBe(state === 'open')
  })
})
