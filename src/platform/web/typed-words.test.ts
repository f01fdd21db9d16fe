import { expect, test } from 'vitest'
import { typedWords } from './typed-words.ts'

const words = (values: Readonly<Record<string, string>>) =>
  typedWords({ values: new Map(Object.entries(values).map(([name, text]) => [name, [text]])) })

test('sentences come back, in the order of the form', () => {
  expect(words({ title: 'Samen de markt over', ownWords: ' Het regende zo hard. ' })).toEqual([
    'Samen de markt over',
    'Het regende zo hard.',
  ])
})

test('what the form carried along does not, nor a password, nor a single choice', () => {
  expect(
    words({
      _csrf: 'a-long-token-of-the-session',
      _key: 'another-long-token-of-it',
      participantId: '13e84bc6-de24-58f9-a511-5e66f276bee5',
      password: 'a whole sentence as password',
      version: '3',
      answer: 'didNotWork',
    }),
  ).toEqual([])
})
