import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '#platform'
import { isMistyped, wordsOfFailure } from './words-of-failure.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('a port that is taken is told in one sentence', async () => {
  const first = createServer()
  await new Promise<void>(resolve => first.listen(0, '127.0.0.1', resolve))
  const bound = first.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const second = createServer()
  const error = await new Promise<unknown>(resolve => second.once('error', resolve).listen(port, '127.0.0.1'))
  first.close()
  expect(wordsOfFailure(error)).toBe(`Something else listens on port ${port}: choose another with PORT.`)
})

test('a setting that does not fit is named, without a stack', () => {
  const words = wordsOfFailure(thrownBy(() => readConfig({ PORT: '70000' })))
  expect(words).toMatch(/^A setting does not fit: /)
  expect(words).toContain('PORT')
  expect(words).not.toContain('at readConfig')
})

test('an option that does not exist is a mistake in typing', () => {
  const error = thrownBy(() => parseArgs({ args: ['--bogus'], options: {} }))
  expect(isMistyped(error)).toBe(true)
  expect(wordsOfFailure(error)).toMatch(/^Unknown option '--bogus'/)
})

test('what nobody expected keeps its stack', () => {
  const error = new Error('Broken')
  expect(wordsOfFailure(error)).toBe(error.stack)
  expect(isMistyped(error)).toBe(false)
})
