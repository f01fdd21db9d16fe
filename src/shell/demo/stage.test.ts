import { expect, test } from 'vitest'
import { DEMO_AGENT } from './stage.ts'

test('no browser or program can sign in under the mark of the demo, which empties the database at the next start', () => {
  expect(() => new Headers({ 'user-agent': DEMO_AGENT })).toThrow(TypeError)
})
