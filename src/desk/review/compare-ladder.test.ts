import { expect, test } from 'vitest'
import { CalendarDay, newId, type FilledId } from '#kernel'
import type { LadderMoment, Rung, View } from '#instruments'
import { compareLadder } from './compare-ladder.ts'

const day = (on: string): CalendarDay => CalendarDay.parse(on)
const moment = (on: string, view: View, current: Rung): LadderMoment => ({
  filledId: newId<FilledId>(),
  occasionId: newId<string>(),
  on: day(on),
  view,
  current,
})

test('given a ladder that was filled once, when it is compared, then there is nothing to say', () => {
  expect(compareLadder([moment('2026-01-10', 'together', 2)])).toBeUndefined()
  expect(compareLadder([moment('2026-01-10', 'coach', 2), moment('2026-06-10', 'participant', 3)])).toBeUndefined()
})

test('given two together, when they are compared, then the growth is told and nobody sees it otherwise', () => {
  const compared = compareLadder([moment('2026-01-10', 'together', 2), moment('2026-06-10', 'together', 3)])
  expect(compared?.growth.rungs).toBe(1)
  expect(compared?.others).toEqual([])
})

test('given two of the coach and one of the person on another rung, when they are compared, then both views stand', () => {
  const moments = [moment('2026-01-10', 'coach', 2), moment('2026-06-10', 'coach', 3), moment('2026-06-11', 'participant', 4)]
  const compared = compareLadder(moments)
  expect(compared?.growth.last.current).toBe(3)
  expect(compared?.others.map(({ view, current }) => [view, current])).toEqual([['participant', 4]])
})

test('given the person stood elsewhere before the first of these, when they are compared, then that is history', () => {
  const moments = [moment('2025-12-01', 'participant', 1), moment('2026-01-10', 'coach', 2), moment('2026-06-10', 'coach', 3)]
  expect(compareLadder(moments)?.others).toEqual([])
})

test('given a review that was held, when its ladder is compared, then what came after it does not count', () => {
  const moments = [moment('2026-01-10', 'together', 2), moment('2026-06-10', 'together', 3)]
  expect(compareLadder(moments, day('2026-06-09'))).toBeUndefined()
  expect(compareLadder(moments, day('2026-06-10'))?.growth.rungs).toBe(1)
})
