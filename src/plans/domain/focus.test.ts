import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GoalId, namedId, WHEEL_AREAS, type WheelArea } from '#kernel'
import { day } from '../test-kit.ts'
import { focusIn, focusMoment, idsInFocus, withSteps } from './focus.ts'
import type { GoalRecord } from './goal.ts'
import { movedPast } from './order-steps.ts'

const goal = (title: string, known: { area?: WheelArea; position?: number; focusedAt?: string } = {}): GoalRecord => ({
  id: namedId<GoalId>(title),
  area: 'contacts',
  title,
  language: 'nl',
  position: 0,
  version: 1,
  ...known,
  state: 'open',
})
const reached = (open: GoalRecord): GoalRecord => ({ ...open, state: 'reached', closedOn: day('2026-11-01') })
const titleIn = (goals: readonly GoalRecord[], area: WheelArea = 'contacts') => focusIn(goals, area)?.title

describe('which goal of an area has the attention', () => {
  const walking = goal('wandelen', { focusedAt: '2026-11-02T10:00:00.000Z' })
  const singing = goal('zingen', { position: 1, focusedAt: '2026-11-09T10:00:00.000Z' })
  const cooking = goal('koken', { position: 2 })

  test('the one that got it last; of goals that never got it, the first', () => {
    expect(titleIn([walking, singing, cooking])).toBe('zingen')
    expect(titleIn([cooking, goal('lezen', { position: 1 })])).toBe('lezen')
    expect(titleIn([])).toBeUndefined()
  })

  test('when it is reached, the one before it has it again; when it is taken up again, it has it back', () => {
    expect(titleIn([walking, reached(singing), cooking])).toBe('wandelen')
    expect(titleIn([walking, singing, cooking])).toBe('zingen')
  })

  test('areas do not look at each other', () => {
    expect(titleIn([walking, goal('solliciteren', { area: 'paidWork' })], 'paidWork')).toBe('solliciteren')
  })

  test('given later than any other, also in the same instant', () => {
    expect(focusMoment([walking, singing], 'contacts', new Date('2026-11-09T10:00:00.000Z')).toISOString()).toBe(
      '2026-11-09T10:00:00.001Z',
    )
    expect(focusMoment([cooking], 'contacts', new Date('2026-11-10T10:00:00.000Z')).toISOString()).toBe(
      '2026-11-10T10:00:00.000Z',
    )
  })
})

test('whatever the goals: in each area where goals are open exactly one has the attention', () => {
  const anyGoal = fc.record({
    title: fc.uuid(),
    area: fc.constantFrom(...WHEEL_AREAS),
    position: fc.integer({ min: 0, max: 5 }),
    open: fc.boolean(),
    focusedAt: fc.option(fc.constantFrom('2026-11-02T10:00:00.000Z', '2026-11-09T10:00:00.000Z'), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(anyGoal, { maxLength: 12 }), given => {
      const goals = given.map(({ open, title, focusedAt, ...known }) => {
        const one = goal(title, { ...known, ...(focusedAt === undefined ? {} : { focusedAt }) })
        return open ? one : reached(one)
      })
      const shown = withSteps(goals, () => [])
      for (const area of WHEEL_AREAS) {
        const here = shown.filter(each => each.area === area && each.state === 'open')
        expect(here.filter(each => each.inFocus)).toHaveLength(here.length === 0 ? 0 : 1)
      }
      expect(shown.filter(each => each.inFocus).map(each => each.id)).toEqual(
        goals.filter(each => idsInFocus(goals).has(each.id)).map(each => each.id),
      )
    }),
  )
})

test('among what is shown beside each other: what lies between is passed', () => {
  const peers = new Set(['a', 'c', 'e'])
  expect(movedPast(['a', 'b', 'c', 'd', 'e'], peers, 'e', 'up')).toEqual(['a', 'b', 'e', 'd', 'c'])
  expect(movedPast(['a', 'b', 'c'], peers, 'a', 'up')).toBeUndefined()
  expect(movedPast(['a', 'b', 'c'], peers, 'b', 'down')).toBeUndefined()
})
