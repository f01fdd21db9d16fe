import { expect, test } from 'vitest'
import { type AgreementId, type MembershipId, newId } from '#kernel'
import type { Agreement } from '#plans'
import { aGoal, answered, aPlan, aStep, day } from '#plans/test-kit'
import { lookBack, promisesOf } from './look-back.ts'

const plan = aPlan({
  goals: [
    aGoal('Naar buiten', [
      answered(aStep('voor de vorige'), 'done', '2026-08-31T09:00:00.000Z'),
      answered(aStep('die dag'), 'done', '2026-09-01T09:00:00.000Z'),
      answered(aStep('geprobeerd'), 'didNotWork', '2026-10-05T09:00:00.000Z'),
      answered(aStep('de dag zelf'), 'done', '2026-11-06T22:30:00.000Z'),
      answered(aStep('erna, na middernacht hier'), 'done', '2026-11-06T23:30:00.000Z'),
      aStep('nog open'),
    ]),
  ],
})
const titles = (steps: readonly { readonly title: string }[]) => steps.map(({ title }) => title)

test('given a review that was held, when it is read later, then it tells what was known on its day', () => {
  const { done, tried } = lookBack(plan, { since: day('2026-09-01'), until: day('2026-11-06') })
  expect(titles(done)).toEqual(['die dag', 'de dag zelf'])
  expect(titles(tried)).toEqual(['geprobeerd'])
})

test('given a review that is yet to come, when it is prepared, then everything since the last one is told', () => {
  const { done } = lookBack(plan, { since: day('2026-09-01') })
  expect(titles(done)).toEqual(['die dag', 'de dag zelf', 'erna, na middernacht hier'])
  expect(lookBack(plan, {}).done).toHaveLength(4)
})

const aPromise = (words: string, saidOn: string, state: 'kept' | 'withdrawn' = 'kept', madeOn = '2026-09-01'): Agreement => ({
  id: newId<AgreementId>(),
  promisedBy: 'coach',
  words,
  terms: '',
  forMunicipality: false,
  madeOn: day(madeOn),
  madeBy: newId<MembershipId>(),
  version: 2,
  state,
  said: [{ side: 'participant', outcome: 'kept', words: '', saidOn: day(saidOn), saidBy: newId<MembershipId>() }],
})

test('given promises, when a review that was held is read later, then they stand as they stood on its day', () => {
  const agreements = [
    aPromise('ervoor gezegd', '2026-11-06'),
    aPromise('erna gezegd', '2026-11-07'),
    aPromise('erna gemaakt', '2026-11-20', 'kept', '2026-11-07'),
    aPromise('ingetrokken', '2026-11-06', 'withdrawn'),
  ]
  const stood = (until?: string) =>
    promisesOf(aPlan({ agreements }), until === undefined ? undefined : day(until)).map(({ words, state, said }) => [
      words,
      state,
      said.length,
    ])
  expect(stood('2026-11-06')).toEqual([
    ['ervoor gezegd', 'kept', 1],
    ['erna gezegd', 'open', 0],
  ])
  expect(stood()).toEqual([
    ['ervoor gezegd', 'kept', 1],
    ['erna gezegd', 'kept', 1],
    ['erna gemaakt', 'kept', 1],
  ])
})
