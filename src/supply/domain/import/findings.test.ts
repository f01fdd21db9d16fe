import { describe, expect, it } from 'vitest'
import en from './findings.en.json' with { type: 'json' }
import nl from './findings.nl.json' with { type: 'json' }
import { FINDING_CODES, outcomeOf } from './findings.ts'

const keysOf = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] =>
  Object.entries(texts).flatMap(([group, sentences]) => Object.keys(sentences).map(name => `${group}.${name}`))
const fieldsIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()

describe('given the sentences about findings', () => {
  it('then every code has one in Dutch and in English, and no sentence is left over', () => {
    const codes = keysOf(nl).filter(key => !/^(file|plan)\./.test(key))
    expect(codes.toSorted()).toEqual([...FINDING_CODES].toSorted())
    expect(keysOf(en)).toEqual(keysOf(nl))
  })
  it('then both languages name the same things', () => {
    const texts = (tree: typeof nl) =>
      Object.values<Readonly<Record<string, string>>>(tree).flatMap(group => Object.values(group).map(fieldsIn))
    expect(texts(en)).toEqual(texts(nl))
  })
})

describe('given findings, when the outcome of a row is asked', () => {
  it.each([
    [[], 'takenOver'],
    [['repaired'], 'repaired'],
    [['repaired', 'doubtful'], 'doubtful'],
    [['refused', 'doubtful'], 'refused'],
  ] as const)('then %j is %s', (levels, outcome) => {
    expect(outcomeOf(levels.map(level => ({ level })))).toBe(outcome)
  })
})
