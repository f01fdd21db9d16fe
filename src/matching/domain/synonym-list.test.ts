import { expect, test } from 'vitest'
import { dutchLexicon, prepareOffers, rankOffers } from './index.ts'
import { lexiconOfSets, readSynonymList } from './synonym-list.ts'
import { CalendarDay } from '#kernel'

test('one set per line; remarks and empty lines are passed over; a word twice counts once', () => {
  expect(readSynonymList('# onze woorden\n\npluktuin, tuinieren; Pluktuin\n')).toEqual({
    ok: true,
    value: [['Pluktuin', 'tuinieren']],
  })
})

test('an empty list is a list without sets', () => {
  expect(readSynonymList('')).toEqual({ ok: true, value: [] })
})

test.each([
  ['alleen', [1]],
  ['a, b\n; ,\nc', [2, 3]],
  [`${'x'.repeat(81)}, y`, [1]],
])('lines that are no set are named', (text, lines) => {
  expect(readSynonymList(text)).toMatchObject({ ok: false, code: 'invalidInput', field: 'list', details: { lines } })
})

test('a local word finds what the shipped list knows by another word', () => {
  const offer = {
    id: 'a',
    name: 'Tuinieren',
    kind: 'activity',
    areas: [],
    slots: [],
    dayParts: [],
    flexible: true,
    languages: [],
  }
  const wish = {
    area: 'takingPart',
    goalTitle: 'flierp',
    wishTexts: [],
    strengthTexts: [],
    mode: 'bike',
    languages: [],
    today: CalendarDay.parse('2026-11-22'),
  } as const
  const found = (sets: readonly string[][]) =>
    rankOffers(wish, prepareOffers([offer], dutchLexicon([lexiconOfSets(sets)])), { limit: 5 }).matches.length
  expect([found([]), found([['flierp', 'tuinieren']])]).toEqual([0, 1])
})
