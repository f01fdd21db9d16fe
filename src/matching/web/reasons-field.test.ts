import { expect, test } from 'vitest'
import { keepReasons, readReasons } from './reasons-field.ts'

test('reasons come back as they went, without what the person said', () => {
  const kept = keepReasons([
    { code: 'placeFree', free: 2 },
    { code: 'wordsMatch', source: 'wish', theirWords: 'ik ben te veel alleen', offerWords: ['samen'] },
  ])
  expect(readReasons(kept)).toEqual([
    { code: 'placeFree', free: 2 },
    { code: 'wordsMatch', source: 'wish', offerWords: ['samen'] },
  ])
})

test.each(['', '{', '"x"', '[1]', '[{"free":2}]'])('what was tampered with is left out: %s', text => {
  expect(readReasons(text)).toBeUndefined()
})
