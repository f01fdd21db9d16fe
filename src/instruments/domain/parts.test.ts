import { expect, test } from 'vitest'
import { aScan, aWeb, nothingFilled } from '../test-kit.ts'
import { firstMissing, fits, takenOver, withPage } from './answers.ts'
import { partsOf, spotOf } from './parts.ts'

test('a phone asks one thing at a time, two at one screen an area at a time', () => {
  const scan = aScan(1, {
    dimensions: [
      {
        key: 'area',
        name: { nl: 'Gebied' },
        items: [
          { key: 'one', text: { nl: 'Een?' } },
          { key: 'two', text: { nl: 'Twee?' } },
        ],
      },
    ],
  })
  expect(partsOf(scan, {}, 'one').map(part => part.key)).toEqual(['one', 'two'])
  expect(partsOf(scan, {}, 'together').map(part => part.choices.map(choice => choice.key))).toEqual([['one', 'two']])
})

test('where to go on', () => {
  const parts = partsOf(aWeb(), {}, 'one')
  expect(spotOf(parts, { body: 5 }, {})).toEqual({ at: 'part', index: 1 })
  expect(spotOf(parts, { body: 5, mind: 5, meaning: 5 }, {})).toEqual({ at: 'review' })
  expect(spotOf(parts, {}, { part: 'meaning' })).toEqual({ at: 'part', index: 2 })
  expect(spotOf(parts, {}, { after: 'body' })).toEqual({ at: 'part', index: 1 })
  expect(spotOf(parts, {}, { after: 'meaning' })).toEqual({ at: 'review' })
  expect(spotOf(parts, {}, { before: 'body' })).toEqual({ at: 'part', index: 0 })
  expect(spotOf(parts, {}, { part: 'elsewhere' })).toEqual({ at: 'part', index: 0 })
})

test('a page changes what it asked and nothing else', () => {
  const before = {
    answers: { body: 3, mind: 4 },
    marks: ['body', 'mind'],
    said: { body: { words: 'Moe', language: 'nl' } },
  } as const
  const after = withPage(before, {
    asked: ['body', 'bodyTopic'],
    answers: { mind: 9 },
    marks: ['bodyTopic', 'meaning'],
    said: {},
  })
  expect(after).toEqual({ answers: { mind: 4 }, marks: ['mind', 'bodyTopic'], said: {} })
})

test('what is answered has to be in the questionnaire', () => {
  expect(fits(aWeb(), { ...nothingFilled, answers: { body: 10 }, marks: ['bodyTopic'] }).ok).toBe(true)
  expect(fits(aWeb(), { ...nothingFilled, answers: { body: 11 } })).toMatchObject({ field: 'answers.body' })
  expect(firstMissing(aWeb(), nothingFilled)).toBe('body')
  expect(firstMissing(aWeb(), { answers: { mind: 1 } })).toBeUndefined()
})

test('to another version go the answers to what is the same: the same words and the same possible answers', () => {
  const answers = { body: 3, mind: 4, meaning: 5 }
  const renamed = aWeb(2)
  const changed = {
    ...renamed,
    dimensions: renamed.dimensions.map(each => (each.key === 'mind' ? { ...each, question: { nl: 'Iets anders?' } } : each)),
  }
  const said = { mind: { words: 'Veel zorgen', language: 'nl' } } as const
  const over = takenOver(aWeb(), changed, { answers, marks: ['body', 'mindTopic'], said })
  expect(over).toEqual({ answers: { body: 3, meaning: 5 }, marks: ['body', 'mindTopic'], said })
  expect(takenOver(aWeb(), aWeb(2, { grades: { from: 0, to: 10 } }), { ...nothingFilled, answers }).answers).toEqual({})
})
