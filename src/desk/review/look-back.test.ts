import { expect, test } from 'vitest'
import { aGoal, answered, aPlan, aStep, day } from '#plans/test-kit'
import { lookBack } from './look-back.ts'

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
