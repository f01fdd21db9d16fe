import { describe, expect, test } from 'vitest'
import { type AreaFigures, isShort, largest, totalOf } from './figures.ts'

const area = (name: AreaFigures['area'], openGoals: number | undefined, more: Partial<AreaFigures> = {}): AreaFigures => ({
  area: name,
  people: openGoals,
  openGoals,
  reachedGoals: 0,
  unmetWishes: 0,
  offers: 0,
  laws: [],
  ...more,
})

describe('given figures of which some are kept back', () => {
  const areas = [area('contacts', 12), area('skills', undefined), area('paidWork', 7)]

  test('then a total is made of what is shown and says that it is not complete', () => {
    expect(totalOf(areas, 'openGoals')).toEqual({ sum: 19, complete: false })
    expect(totalOf(areas, 'reachedGoals')).toEqual({ sum: 0, complete: true })
  })
  test('then the largest is one of those shown; nothing stands out when two are alike or all are zero', () => {
    expect(largest(areas, 'openGoals')?.area).toBe('contacts')
    expect(largest([area('contacts', 7), area('skills', 7)], 'openGoals')).toBeUndefined()
    expect(largest(areas, 'reachedGoals')).toBeUndefined()
  })
})

test('an area is short when more is wanted than there is; of what is kept back nothing is said', () => {
  expect(isShort(area('contacts', 6, { offers: 5 }))).toBe(true)
  expect(isShort(area('contacts', 6, { offers: 6 }))).toBe(false)
  expect(isShort(area('contacts', undefined))).toBe(false)
})
