import { expect, test } from 'vitest'
import { kindOf } from '../../src/desk/timeline/happenings.ts'
import { canBeTold } from '../../src/desk/timeline/texts.ts'
import { allUseCases } from '../support/all-use-cases.ts'

/** Keeps what stands in the dossier already, for lists. */
const SAYS_NOTHING = new Set(['plans.keepPlanLines'])

const inDossiers = allUseCases
  .filter(useCase => useCase.kind === 'command' && useCase.access.writes.length > 0 && !SAYS_NOTHING.has(useCase.name))
  .map(useCase => useCase.name)

test('there is something to tell', () => {
  expect(inDossiers.length).toBeGreaterThan(40)
})

test.each(inDossiers)('the timeline has a place and words in every language for %s', name => {
  expect([kindOf(name), canBeTold(name)]).toEqual([expect.any(String), true])
})
