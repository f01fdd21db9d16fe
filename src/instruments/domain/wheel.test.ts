import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goalPoint, isLower, segmentPath, GOALS, wordsPath } from './wheel-geometry.ts'
import { fitLine, shorten, wrapText } from './wheel-words.ts'
import { glyphOfCounts, wheelGlyph, wheelModel } from './wheel.ts'

describe('the model of the wheel', () => {
  it('given goals in one area, all six segments are there in their order', () => {
    const model = wheelModel({
      name: 'Selam',
      areas: {
        contacts: {
          goals: [
            { id: 'a', title: 'Vaker onder de mensen', stepsDone: 2, stepsTotal: 3 },
            { id: 'b', title: 'Koffie drinken', stepsDone: 0, stepsTotal: 1 },
          ],
          supply: [{ id: 's', label: 'Taalwandelgroep', kind: 'offer' }],
          laws: [
            { law: 'wmo', carries: [{ kind: 'offer', label: 'Taalwandelgroep' }] },
            { law: 'none', carries: [] },
          ],
        },
      },
    })
    expect(model.segments.map(({ area }) => area)).toEqual([
      'independence',
      'contacts',
      'takingPart',
      'contributing',
      'skills',
      'paidWork',
    ])
    expect(model).toMatchObject({ goals: 2, stepsDone: 2, stepsTotal: 4 })
    expect(model.segments[1]).toMatchObject({ laws: [{ law: 'wmo' }], stepsDone: 2, stepsTotal: 4 })
    expect(wheelGlyph(model).map(({ goal }) => goal)).toEqual([false, true, false, false, false, false])
  })

  it('given counts of a list, the glyph is the same', () => {
    expect(glyphOfCounts({ skills: 2 }, { contacts: 1 })).toEqual([
      { goal: false, supply: false },
      { goal: false, supply: true },
      { goal: false, supply: false },
      { goal: false, supply: false },
      { goal: true, supply: false },
      { goal: false, supply: false },
    ])
  })
})

describe('the drawing', () => {
  it('turns words in the lower half only', () => {
    expect([0, 1, 2, 3, 4, 5].filter(isLower)).toEqual([2, 3, 4])
  })

  it('lets words run from left to right in every segment', () => {
    for (const index of [0, 2, 3, 4]) {
      const [, startX = 0] = /^M([\d.]+) /.exec(wordsPath(index, 156, 9))?.map(Number) ?? []
      const [, endX = 0] = / ([\d.]+) [\d.]+$/.exec(wordsPath(index, 156, 9))?.map(Number) ?? []
      expect(startX).toBeLessThan(endX)
    }
  })

  it('centres the first segment on the top and goes round clockwise', () => {
    expect(goalPoint(0)).toEqual({ x: 240, y: 132 })
    expect(goalPoint(1).x).toBeGreaterThan(240)
    expect(goalPoint(5).x).toBeLessThan(240)
    expect(segmentPath(0, GOALS)).toBe('M213.25 189.67A57 57 0 0 1 266.75 189.67L323.26 91.79A170 170 0 0 0 156.74 91.79Z')
  })
})

describe('words that fit', () => {
  it('wrap at words and shorten the last line', () => {
    expect(wrapText('Vaker onder de mensen', 84, 12.5, 3)).toEqual(['Vaker onder', 'de mensen'])
    expect(wrapText('Beter Nederlands leren spreken met de buren', 84, 12.5, 3)).toEqual(['Beter', 'Nederlands', 'leren…'])
    expect(wrapText('', 84, 12.5, 3)).toEqual([])
    expect(shorten('Buurttuin ouderen en buren', 20)).toBe('Buurttuin ouderen…')
  })

  it('never exceed the room, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (text, lines) => {
        const wrapped = wrapText(text, 84, 12.5, lines)
        expect(wrapped.length).toBeLessThanOrEqual(lines)
        for (const line of wrapped) expect(line.length).toBeLessThanOrEqual(12)
        expect(fitLine(text, 84, 12.5).length).toBeLessThanOrEqual(12)
      }),
    )
  })
})
