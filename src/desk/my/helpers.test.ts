import { expect, test } from 'vitest'
import { namedId, type OrganisationId, type PlacementId, type OfferId } from '#kernel'
import type { MemberName, OrganisationContact } from '#organisations'
import { Placement } from '#plans'
import { aGoal, aPlan, aStep } from '#plans/test-kit'
import { type HelperSources, helpersOf, helps, isPerson } from './helpers.ts'

const member = (name: string, organisationName: string): MemberName => ({
  name,
  role: 'coach',
  functionTitle: undefined,
  organisationName,
})
const organisation = (name: string, known: Partial<OrganisationContact> = {}): OrganisationContact => ({
  id: namedId<OrganisationId>(name),
  name,
  kind: 'welfare',
  email: undefined,
  phone: undefined,
  address: undefined,
  place: undefined,
  ...known,
})
const placement = (offerName: string, known: object = {}): Placement =>
  Placement.parse({
    id: namedId<PlacementId>(offerName),
    offerId: namedId<OfferId>(offerName),
    kind: 'activity',
    offerName,
    organisationName: 'Bibliotheek',
    laws: [],
    area: 'contacts',
    since: '2026-11-01',
    reasons: [],
    version: 1,
    state: 'placed',
    ...known,
  })

const sources = (known: Partial<HelperSources> = {}): HelperSources => ({
  plan: aPlan(),
  placements: [],
  names: new Map([
    ['kim', member('Kim', 'De Brug')],
    ['noor', member('Noor', 'Serviceplein')],
    ['ali', member('Ali', 'De Brug')],
  ]),
  organisations: [organisation('De Brug', { phone: '0172 555 010', address: 'Kade 12', place: 'Veenrijk' })],
  coordinators: [],
  inDiary: [],
  referrers: [],
  ...known,
})

test('the coach comes first, with the steps that the coach promised and how to reach the coach', () => {
  const plan = aPlan({ goals: [aGoal('Lopen', [aStep('Kim belt', { who: 'coach' }), aStep('Zelf lopen')])] })
  expect(helpersOf(sources({ plan, coordinators: ['kim'], referrers: ['noor'] }))).toEqual([
    {
      key: 'kim',
      kind: 'coach',
      name: 'Kim',
      organisationName: 'De Brug',
      tasks: [{ title: 'Kim belt', language: 'nl' }],
      phone: '0172 555 010',
      address: 'Kade 12, Veenrijk',
    },
    { key: 'noor', kind: 'municipality', name: 'Noor', organisationName: 'Serviceplein', tasks: [] },
  ])
})

test('nobody is named twice: a coach in the diary stays the coach, one neighbour with two steps is one helper', () => {
  const neighbour = { who: 'other', whoName: 'Fatima' } as const
  const plan = aPlan({ goals: [aGoal('Lopen', [aStep('Meegaan', neighbour), aStep('Ophalen', neighbour)])] })
  const helpers = helpersOf(sources({ plan, coordinators: ['kim'], inDiary: ['kim', 'ali', 'ali'], referrers: ['ali'] }))
  expect(helpers.map(helper => [helper.name, helper.kind, helper.tasks.length])).toEqual([
    ['Kim', 'coach', 0],
    ['Ali', 'person', 0],
    ['Fatima', 'named', 2],
  ])
})

test('a place counts while somebody comes; waiting for it does not help yet', () => {
  const placements = [
    placement('Wandelgroep'),
    placement('Naailes', { state: 'waiting', waitingSince: '2026-11-01T10:00:00.000Z', queuePosition: 1, placeFree: false }),
    placement('Vroeger', { state: 'cancelled' }),
  ]
  const helpers = helpersOf(sources({ placements }))
  expect(helpers.map(helper => [helper.name, isPerson(helper), helps(helper)])).toEqual([
    ['Wandelgroep', false, true],
    ['Naailes', false, false],
  ])
})
