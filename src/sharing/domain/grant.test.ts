import { expect, test } from 'vitest'
import { CalendarDay, type MembershipId, namedId, type OrganisationId, type ParticipantId } from '#kernel'
import { type Grant, isOpenOn, type Look, whyOf } from './grant.ts'

const day = CalendarDay.parse('2026-11-24')
const noon = new Date('2026-11-24T11:00:00Z')
const coach = namedId<MembershipId>('coach')
const brug = namedId<OrganisationId>('brug')
const look: Look = {
  day,
  membershipId: coach,
  organisationId: brug,
  role: 'coach',
  firstAt: noon,
  lastAt: noon,
  times: 1,
  wrote: false,
  slices: ['plan'],
}
const grant = (more: Partial<Grant>): Grant => ({
  id: namedId('grant'),
  participantId: namedId<ParticipantId>('selam'),
  membershipId: coach,
  reads: ['plan'],
  writes: [],
  ground: 'trajectory',
  legalBasis: 'Wmo 2015',
  purpose: 'coordinate',
  validFrom: CalendarDay.parse('2026-11-01'),
  ...more,
})

test('why: the grants of the member and of the organisation, each purpose once', () => {
  const known = { membershipId: undefined, organisationId: brug, purpose: 'knownAtOrganisation' }
  expect(whyOf(look, [grant({}), grant({}), grant(known)])).toEqual([
    { ground: 'trajectory', purpose: 'coordinate', legalBasis: 'Wmo 2015' },
    { ground: 'trajectory', purpose: 'knownAtOrganisation', legalBasis: 'Wmo 2015' },
  ])
})

test('without a grant of its own the role did it by its task in law', () => {
  const other = grant({ membershipId: namedId<MembershipId>('another') })
  expect(whyOf({ ...look, role: 'serviceplein' }, [other])).toEqual([
    { ground: 'task', purpose: 'municipalTask', legalBasis: '' },
  ])
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
