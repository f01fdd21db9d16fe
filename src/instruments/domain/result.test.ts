import { describe, expect, expectTypeOf, test } from 'vitest'
import { aWeb, aScan, nothingFilled } from '../test-kit.ts'
import { cornersToTalkAbout, type CountableResult, differing, movedBetween, resultOf, type WebResult } from './result.ts'

const web = (answers: Record<string, number>, marks: readonly string[] = []): WebResult => {
  const result = resultOf(aWeb(), { ...nothingFilled, answers, marks })
  if (result.kind !== 'web') throw new Error('no web')
  return result
}

describe('a web is never counted', () => {
  test('given a filled web, then it has grades by corner and nothing that sums them up', () => {
    expect(web({ body: 6, mind: 4, meaning: 8 })).toEqual({
      kind: 'web',
      grades: [
        { key: 'body', grade: 6 },
        { key: 'mind', grade: 4 },
        { key: 'meaning', grade: 8 },
      ],
      marks: [],
      said: {},
    })
  })

  test('then whatever counts does not accept it, not even its type', () => {
    expectTypeOf<WebResult>().not.toExtend<CountableResult>()
    expectTypeOf(movedBetween).parameter(0).toEqualTypeOf<CountableResult>()
    expectTypeOf<WebResult['score']>().toEqualTypeOf<undefined>()
    // @ts-expect-error -- a web has no score: this line fails to compile as soon as it can be counted
    const count = (): number | undefined => movedBetween(web({}), web({}))
    expect(count()).toBeUndefined()
  })
})

describe('corners to talk about', () => {
  test('given marks, then those and no others', () => {
    expect(cornersToTalkAbout(web({ body: 2, mind: 9, meaning: 9 }, ['mind']))).toEqual(['mind'])
  })
  test('given no marks, then the lowest; given all the same, or nothing, then none', () => {
    expect(cornersToTalkAbout(web({ body: 4, mind: 9, meaning: 4 }))).toEqual(['body', 'meaning'])
    expect(cornersToTalkAbout(web({ body: 5, mind: 5, meaning: 5 }))).toEqual([])
    expect(cornersToTalkAbout(web({}))).toEqual([])
  })
})

test('two views differ from two grades on; what one did not answer is no difference', () => {
  const pair = (key: string, one?: number, other?: number) => ({ key, one, other })
  expect(differing([pair('a', 4, 6), pair('b', 4, 5), pair('c', 4), pair('d', 7, 2)]).map(({ key }) => key)).toEqual(['a', 'd'])
  expect(differing([pair('a', 1, 2), pair('b', 2, 2)], 1).map(({ key }) => key)).toEqual(['a'])
})

test('a scan may be counted: the mean of what was answered', () => {
  const scan = (answers: Record<string, number>) => resultOf(aScan(), { ...nothingFilled, answers }) as CountableResult
  expect(scan({ home: 1, money: 2 }).score).toBe(1.5)
  expect(scan({}).score).toBeUndefined()
  expect(movedBetween(scan({ home: 1 }), scan({ home: 3 }))).toBe(2)
  expect(movedBetween(scan({ home: 1 }), scan({}))).toBeUndefined()
})
