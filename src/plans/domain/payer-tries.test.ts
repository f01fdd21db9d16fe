import { expect, test } from 'vitest'
import { isThroughCoach, mayTry, tellsSomething } from './payer-tries.ts'

test.each([
  [{ entered: 0, probed: 0 }, false],
  [{ entered: 39, probed: 5 }, false],
  [{ entered: 1, probed: 6 }, true],
  [{ entered: 40, probed: 0 }, true],
])('given %j in a month, then it goes through the coach: %s', (tries, through) => {
  expect(isThroughCoach(tries)).toBe(through)
  expect(mayTry(tries, 'amountCents')).toMatchObject(
    through ? { ok: false, code: 'tooMany', field: 'amountCents' } : { ok: true },
  )
})

test.each([
  ['the word stood there already', { before: true, after: true, known: true }, false],
  ['the word came with this entry', { before: false, after: true, known: true }, true],
  ['it is about another month, of which nothing was told yet', { before: true, after: true, known: false }, true],
  ['there is no such word', { before: false, after: false, known: false }, false],
])('given %s, then the answer tells something new: %j', (_name, word, told) => {
  expect(tellsSomething(word)).toBe(told)
})
