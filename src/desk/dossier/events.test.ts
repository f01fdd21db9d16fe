import { expect, test } from 'vitest'
import { Dossier } from './dossier.ts'
import { dossierEvents } from './events.ts'

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`
const dossier: Dossier = Dossier.parse({
  participantId: id(1),
  callName: 'Selam',
  surname: 'Tesfay',
  birthDate: '1988-04-12',
  trajectories: [],
  reviews: [],
  team: [],
  ownSignIn: false,
  notes: [
    {
      id: id(2),
      words: 'Eerste',
      kind: 'phone',
      happenedOn: '2026-11-01',
      writtenAt: '2026-11-01T10:00:00.000Z',
      writtenBy: id(9),
      version: 1,
    },
    {
      id: id(3),
      words: 'Derde',
      kind: 'phone',
      happenedOn: '2026-11-03',
      writtenAt: '2026-11-03T10:00:00.000Z',
      writtenBy: id(9),
      version: 1,
    },
  ],
  appointments: [
    {
      id: id(4),
      kind: 'conversation',
      startsAt: '2026-11-02T09:00:00.000Z',
      minutes: 60,
      place: null,
      reviewId: null,
      membershipId: id(9),
      state: 'held',
      version: 2,
    },
    {
      id: id(5),
      kind: 'conversation',
      startsAt: '2026-11-30T09:00:00.000Z',
      minutes: 60,
      place: null,
      reviewId: null,
      membershipId: id(9),
      state: 'planned',
      version: 1,
    },
  ],
})

test('what happened comes newest first; what is still planned did not happen', () => {
  expect(dossierEvents(dossier).map(event => `${event.kind} ${event.at.slice(0, 10)}`)).toEqual([
    'note 2026-11-03',
    'appointment 2026-11-02',
    'note 2026-11-01',
  ])
})

test('a filter leaves one kind', () => {
  expect(dossierEvents(dossier, 'appointments').map(event => event.kind)).toEqual(['appointment'])
  expect(dossierEvents(dossier, 'steps')).toEqual([])
})
