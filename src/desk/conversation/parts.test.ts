import { expect, test } from 'vitest'
import { aGoal, aPlan, aStep, aWish } from '#plans/test-kit'
import { hasSomething, nextPart, partPath, talkPath } from './parts.ts'

test('a first conversation starts with the wish; after it comes what has to be practical', () => {
  expect(nextPart({ plan: aPlan(), placements: [] })).toBe('wish')
  expect(nextPart({ plan: aPlan({ wishes: [aWish('Vaker buiten')] }), placements: [] })).toBe('practical')
})

test('a strength alone is no wish yet', () =>
  expect(hasSomething({ plan: aPlan({ wishes: [aWish('Koken', 'strength')] }), placements: [] }, 'wish')).toBe(false))

test('steps count when an open goal has one', () => {
  expect(hasSomething({ plan: aPlan({ goals: [aGoal('Lopen')] }), placements: [] }, 'steps')).toBe(false)
  expect(hasSomething({ plan: aPlan({ goals: [aGoal('Lopen', [aStep('bellen')])] }), placements: [] }, 'steps')).toBe(true)
})

test('addresses', () => {
  expect(partPath('p1', 'goal', { gebied: 'contacts' })).toBe('/deelnemers/p1/gesprek/doel?gebied=contacts')
  expect(talkPath('/wens/:wishId/wijzigen', { participantId: 'p1', wishId: 'w 1' })).toBe(
    '/deelnemers/p1/gesprek/wens/w%201/wijzigen',
  )
})
