import { expect, test } from 'vitest'
import { Dossier } from './dossier.ts'
import { createKeptSuggestions } from './kept-suggestions.ts'

const dossier = (more: object = {}): Dossier =>
  Dossier.parse({
    participantId: '00000000-0000-7000-8000-000000000001',
    callName: 'Selam',
    surname: 'Tesfay',
    birthDate: '1988-04-12',
    trajectories: [],
    reviews: [],
    team: [],
    ownSignIn: false,
    ...more,
  })

test('what was suggested stands for the same reader, day and dossier, for half a minute', () => {
  let now = 0
  const kept = createKeptSuggestions(() => now)
  const key = kept.key('anna', '2026-11-28', dossier())
  expect(kept.find(key)).toBeUndefined()
  kept.keep(key, undefined)
  now = 30_000
  expect(kept.find(kept.key('anna', '2026-11-28', dossier({ ownSignIn: true })))).toMatchObject({ suggestion: undefined })
  now = 30_001
  expect(kept.find(key)).toBeUndefined()
})

test('another reader, another day, a share that was taken back or a placement that came: another key', () => {
  const kept = createKeptSuggestions()
  const keys = [
    kept.key('anna', '2026-11-28', dossier({ placements: [] })),
    kept.key('bram', '2026-11-28', dossier({ placements: [] })),
    kept.key('anna', '2026-11-29', dossier({ placements: [] })),
    kept.key('anna', '2026-11-28', dossier()),
    kept.key('anna', '2026-11-28', dossier({ placements: [], callName: 'Sela' })),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('no more than a thousand are kept: the oldest goes', () => {
  const kept = createKeptSuggestions(() => 0)
  const keys = Array.from({ length: 1_001 }, (_, n) => kept.key(`reader ${n}`, '2026-11-28', dossier()))
  for (const key of keys) kept.keep(key, undefined)
  expect([kept.find(keys[0] ?? ''), kept.find(keys[1] ?? '')]).toMatchObject([undefined, { suggestion: undefined }])
})
