import { expect, test } from 'vitest'
import { SHIPPED_LIMITS } from './limits.ts'
import { saySource } from './say-source.ts'
import inEnglish from './sources.en.json' with { type: 'json' }

const shipped = new Set([...SHIPPED_LIMITS.values()].flatMap(limit => limit.shipped.map(({ source }) => source)))

test('every source that comes along is said in English, and no other', () => {
  expect(Object.keys(inEnglish).toSorted()).toEqual([...shipped].toSorted())
})

test('in Dutch it stands as it is; what somebody typed stays as it was typed', () => {
  expect(saySource('Wettekst geldig op 1 juli 2026', 'nl')).toBe('Wettekst geldig op 1 juli 2026')
  expect(saySource('Wettekst geldig op 1 juli 2026', 'en')).toBe('Text of the law in force on 1 July 2026')
  expect(saySource('Staatscourant 2026', 'en')).toBe('Staatscourant 2026')
})
