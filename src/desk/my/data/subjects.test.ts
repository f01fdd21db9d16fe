import { expect, test } from 'vitest'
import { bySubject, subjectOf, SUBJECTS } from './subjects.ts'
import labels from './labels.nl.json' with { type: 'json' }

test('every table with a name has a subject, and one only', () => {
  const placed = SUBJECTS.flatMap(({ tables }) => [...tables])
  expect(Object.keys(labels.table).filter(table => subjectOf(table) === 'other')).toEqual([])
  expect(new Set(placed).size).toBe(placed.length)
})

test('the subjects come in their own order, their tables too; what is empty is left out', () => {
  const told = ['access_line', 'step', 'goal', 'participant'].map(table => ({ table }))
  expect(bySubject(told)).toEqual([
    { subject: 'you', told: [{ table: 'participant' }] },
    { subject: 'plan', told: [{ table: 'goal' }, { table: 'step' }] },
    { subject: 'access', told: [{ table: 'access_line' }] },
  ])
})

test('a table that nobody thought of is told at the end', () => {
  expect(bySubject([{ table: 'brand_new' }, { table: 'wish' }]).map(({ subject }) => subject)).toEqual(['plan', 'other'])
})
