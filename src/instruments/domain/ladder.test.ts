import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDay, type FilledId, namedId } from '#kernel'
import {
  LADDER_KEYS,
  type LadderMoment,
  ladderGrowth,
  ladderKey,
  ladderPath,
  type LadderTime,
  type Rung,
  rungOf,
} from './ladder.ts'
import type { LadderStep, View } from './questionnaire.ts'

const answers = (time: LadderTime, said: Partial<Record<LadderStep, boolean>>): Record<string, number> =>
  Object.fromEntries(Object.entries(said).map(([step, yes]) => [ladderKey(time, step as LadderStep), yes ? 1 : 0]))

describe.each(['now', 'nextYear'] as const)('the flow of the ladder, %s', time => {
  test.each([
    [{ contract: true, withoutSupport: true }, 6],
    [{ contract: true, withoutSupport: false }, 5],
    [{ contract: false, unpaidTasks: true }, 4],
    [{ contract: false, unpaidTasks: false, organised: true }, 3],
    [{ contract: false, unpaidTasks: false, organised: false, contacts: true }, 2],
    [{ contract: false, unpaidTasks: false, organised: false, contacts: false }, 1],
  ] as const)('%o is rung %i', (said, rung) => {
    expect(rungOf(answers(time, said), time)).toBe(rung)
    expect(ladderPath(answers(time, said), time)).toEqual(Object.keys(said))
  })

  test.each([
    [{}, ['contract']],
    [{ contract: true }, ['contract', 'withoutSupport']],
    [{ contract: false }, ['contract', 'unpaidTasks']],
    [{ contract: false, unpaidTasks: false }, ['contract', 'unpaidTasks', 'organised']],
    [{ contract: false, unpaidTasks: false, organised: false }, ['contract', 'unpaidTasks', 'organised', 'contacts']],
  ] as const)('%o has no rung yet, and asks on', (said, path) => {
    expect(rungOf(answers(time, said), time)).toBeUndefined()
    expect(ladderPath(answers(time, said), time)).toEqual(path)
  })

  test('what was answered on a path that was left again does not count', () => {
    const changed = answers(time, { contract: true, withoutSupport: false, unpaidTasks: true, contacts: true })
    expect(rungOf(changed, time)).toBe(5)
    expect(ladderPath(changed, time)).toEqual(['contract', 'withoutSupport'])
  })
})

test('now and next year do not mix', () => {
  const both = { ...answers('now', { contract: false, unpaidTasks: true }), ...answers('nextYear', { contract: true }) }
  expect(rungOf(both, 'now')).toBe(4)
  expect(rungOf(both, 'nextYear')).toBeUndefined()
})

const moment = (on: string, current: Rung, view: View = 'together'): LadderMoment => ({
  filledId: namedId<FilledId>(`${on} ${view}`),
  occasionId: namedId(on),
  on: on as CalendarDay,
  view,
  current,
})

describe('growth', () => {
  test('given one moment, then there is nothing to compare', () => {
    expect(ladderGrowth([])).toBeUndefined()
    expect(ladderGrowth([moment('2026-06-01', 2)])).toBeUndefined()
  })

  test('given two moments of the same view, then it is the last against the first, whatever their order', () => {
    expect(ladderGrowth([moment('2026-11-01', 3), moment('2026-06-01', 2)])).toMatchObject({
      first: { on: '2026-06-01' },
      last: { on: '2026-11-01' },
      rungs: 1,
    })
    expect(ladderGrowth([moment('2026-06-01', 4), moment('2026-11-01', 2)])?.rungs).toBe(-2)
  })

  test('given one view each of two people, then their difference is no growth', () => {
    expect(ladderGrowth([moment('2026-06-01', 2, 'participant'), moment('2026-11-01', 4, 'coach')])).toBeUndefined()
  })

  test('given several views, then the one filled together leads', () => {
    const moments = [
      moment('2026-06-01', 1, 'participant'),
      moment('2026-11-01', 5, 'participant'),
      moment('2026-06-01', 2),
      moment('2026-11-01', 3),
    ]
    expect(ladderGrowth(moments)?.rungs).toBe(1)
  })
})

test('the flow ends exactly when a rung is found, whatever was answered before on other paths', () => {
  const anyAnswers = fc.dictionary(fc.constantFrom(...LADDER_KEYS), fc.constantFrom(0, 1))
  fc.assert(
    fc.property(anyAnswers, given => {
      for (const time of ['now', 'nextYear'] as const) {
        const path = ladderPath(given, time)
        const isAnswered = path.every(step => given[ladderKey(time, step)] !== undefined)
        expect(rungOf(given, time) !== undefined).toBe(isAnswered)
        expect(new Set(path).size).toBe(path.length)
      }
    }),
  )
})
