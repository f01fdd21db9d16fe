import { expect, test } from 'vitest'
import { CalendarDay, type MembershipId, namedId, type ParticipantId } from '#kernel'
import { type Grant, isOpenOn } from './grant.ts'

const day = CalendarDay.parse('2026-11-24')
const noon = new Date('2026-11-24T11:00:00Z')
const grant = (more: Partial<Grant>): Grant => ({
  id: namedId('grant'),
  participantId: namedId<ParticipantId>('selam'),
  membershipId: namedId<MembershipId>('coach'),
  reads: ['plan'],
  writes: [],
  ground: 'trajectory',
  legalBasis: 'Wmo 2015',
  purpose: 'coordinate',
  validFrom: CalendarDay.parse('2026-11-01'),
  ...more,
})

test.each([
  ['on its first day', { validFrom: day }, true],
  ['the day before', { validFrom: CalendarDay.parse('2026-11-25') }, false],
  ['on its last day', { validUntil: day }, true],
  ['the day after', { validUntil: CalendarDay.parse('2026-11-23') }, false],
  ['revoked later', { revokedAt: new Date('2026-11-24T11:00:01Z') }, true],
  ['revoked before', { revokedAt: new Date('2026-11-24T10:59:59Z') }, false],
])('a grant is open %s: %o %s', (_, more, open) => {
  expect(isOpenOn(grant(more), day, noon)).toBe(open)
})
