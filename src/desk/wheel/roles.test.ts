import { expect, test } from 'vitest'
import { type AgreementId, type MembershipId, namedId, type OfferId, type PlacementId } from '#kernel'
import type { Agreement, Placement } from '#plans'
import { aGoal, aPlan, aStep, answered } from '#plans/test-kit'
import { rolesOf } from './roles.ts'

const coach = { key: 'c', name: 'Mirjam', organisationName: 'De Brug' }
const place: Placement = {
  id: namedId<PlacementId>('p'),
  offerId: namedId<OfferId>('o'),
  offerName: 'Buurttuin',
  organisationName: 'De Tuin',
  offerKind: 'activity',
  kind: 'activity',
  laws: [],
  area: 'takingPart',
  since: '2026-11-01' as Placement['since'],
  reasons: [],
  version: 1,
  state: 'placed',
}

const anAgreement = (words: string, more: Pick<Agreement, 'promisedBy' | 'promisedByName'>): Agreement => ({
  id: namedId<AgreementId>(words),
  words,
  terms: '',
  forMunicipality: false,
  madeOn: '2026-11-01' as Agreement['madeOn'],
  madeBy: namedId<MembershipId>('coach'),
  version: 1,
  state: 'open',
  said: [],
  ...more,
})

test('who does what follows from steps, promises, places and team', () => {
  const steps = [
    aStep('Bellen', { who: 'coach' }),
    aStep('Samen kijken', { who: 'together' }),
    aStep('Oppassen', { who: 'other', whoName: 'Almaz' }),
    answered(aStep('Oud'), 'done'),
    aStep('Zelf gaan'),
  ]
  const plan = aPlan({
    goals: [aGoal('Buiten', steps)],
    agreements: [
      anAgreement('Ik kom elke week', { promisedBy: 'participant' }),
      anAgreement('Haalt op', { promisedBy: 'other', promisedByName: 'Almaz' }),
      anAgreement('Betaalt de cursus', { promisedBy: 'municipality' }),
    ],
  })
  const roles = rolesOf({
    callName: 'Selam',
    plan,
    placements: [place, { ...place, id: namedId<PlacementId>('b'), offerName: 'Maatje', offerKind: 'buddy' }],
    coordinators: [coach],
    others: [coach, { key: 'w', name: 'Wim', functionTitle: 'werkcoach', organisationName: 'Werkzaak' }],
  })
  expect(roles.map(({ kind, name, from, tasks }) => [kind, name, from, tasks.map(task => task.words)])).toEqual([
    ['self', 'Selam', undefined, ['Samen kijken', 'Zelf gaan', 'Ik kom elke week']],
    ['coach', 'Mirjam', 'De Brug', ['Bellen', 'Samen kijken']],
    ['team', 'Wim', 'werkcoach, Werkzaak', []],
    ['offer', 'Buurttuin', 'De Tuin', []],
    ['volunteer', 'Maatje', 'De Tuin', []],
    ['network', 'Almaz', undefined, ['Oppassen', 'Haalt op']],
    ['municipality', '', undefined, ['Betaalt de cursus']],
  ])
})

test('without a plan there are the person, who coordinates and the municipality', () => {
  const roles = rolesOf({ callName: 'Selam', plan: undefined, placements: [], coordinators: [coach], others: [] })
  expect(roles.map(role => role.kind)).toEqual(['self', 'coach', 'municipality'])
})
