import { expect, test } from 'vitest'
import { askedBy } from '../domain/answers.ts'
import { partsOf } from '../domain/parts.ts'
import { TEXT_LANGUAGES } from '../domain/questionnaire.ts'
import { shippedNow } from './index.ts'

/** Every text in it, by its path. */
const textsIn = (value: unknown, path = ''): readonly (readonly [string, Readonly<Record<string, unknown>>])[] => {
  if (typeof value !== 'object' || value === null) return []
  const record = value as Readonly<Record<string, unknown>>
  if (typeof record['nl'] === 'string') return [[path, record]]
  return Object.entries(record).flatMap(([name, inner]) => textsIn(inner, `${path}/${name}`))
}

test.each(shippedNow().map(each => [each.key, each] as const))('%s speaks every language of a participant', (_key, shipped) => {
  const texts = textsIn(shipped)
  expect(texts.length).toBeGreaterThan(5)
  const missing = texts.flatMap(([path, text]) =>
    TEXT_LANGUAGES.flatMap(lang => (text[lang] === undefined ? [`${path} ${lang}`] : [])),
  )
  expect(missing).toEqual([])
})

test('the six dimensions of positive health, by their names', () => {
  const web = shippedNow().find(each => each.kind === 'web')
  expect(web?.kind === 'web' ? web.dimensions.map(dimension => dimension.name.nl) : []).toEqual([
    'Lichaamsfuncties',
    'Mentaal welbevinden',
    'Zingeving',
    'Kwaliteit van leven',
    'Meedoen',
    'Dagelijks functioneren',
  ])
})

test('the ladder asks five questions for now and five for next year, and no answer leads to more pages', () => {
  const ladder = shippedNow().find(each => each.kind === 'ladder')
  if (ladder === undefined) throw new Error('no ladder')
  expect(askedBy(ladder)).toHaveLength(10)
  const no = Object.fromEntries(askedBy(ladder).map(({ key }) => [key, 0]))
  expect(partsOf(ladder, {}, 'one')).toHaveLength(1)
  expect(partsOf(ladder, no, 'one')).toHaveLength(8)
})

test('nothing protected is in it', () => {
  const words = JSON.stringify(shippedNow())
  for (const protectedName of ['Zelfredzaamheid', 'ZRM', 'Mobility Mentoring', 'Mijn Positieve Gezondheid', 'EMPath', 'iPH'])
    expect(words).not.toContain(protectedName)
})
