import { describe, expect, test } from 'vitest'
import { CalendarDay, type WorkPlacementId } from '#kernel'
import type { WorkKind, WorkPlacement } from './work-placement.ts'
import { beyondTogether } from './work-together.ts'
import type { Term } from './work-terms.ts'

const day = (text: string) => CalendarDay.parse(text)
/** Participatiewet article 8a: two months, at most four longer. */
const trial: Term = { state: 'known', months: 2, extensionMonths: 4, extensions: 'shared' }
const work = (startsOn: string, endsOn: string, more: { workplace?: string; kind?: WorkKind } = {}) => ({
  ...{ kind: 'trialPlacement' as WorkKind, workplace: 'Bakkerij Jansen', startsOn: day(startsOn), endsOn: day(endsOn), ...more },
})
const kept = (startsOn: string, endsOn: string, more: object = {}): WorkPlacement => ({
  ...{
    id: 'x' as WorkPlacementId,
    state: 'agreed',
    tasks: '',
    dayParts: [],
    extensions: 1,
    handled: [],
    version: 1,
    whyLonger: '',
  },
  ...work(startsOn, endsOn),
  ...more,
})

describe('given a trial placement of six months, the longest there is', () => {
  const earlier = kept('2026-01-01', '2026-06-30')
  test('when there is nothing after it, then nothing is said', () => {
    expect(beyondTogether(work('2026-01-01', '2026-06-30'), [], trial)).toBeUndefined()
  })
  test('when another follows at the same place, however it is written, then they are too long together', () => {
    expect(beyondTogether(work('2026-07-01', '2026-07-01', { workplace: ' bakkerij  JANSEN' }), [earlier], trial)).toEqual({
      ...{ count: 2, days: 182, longestDays: 181 },
    })
  })
  test('when it is at another place or of another kind, then not', () => {
    expect(beyondTogether(work('2026-07-01', '2026-08-31', { workplace: 'Bakkerij Smit' }), [earlier], trial)).toBeUndefined()
    expect(beyondTogether(work('2026-07-01', '2026-08-31', { kind: 'volunteer' }), [earlier], { state: 'none' })).toBeUndefined()
  })
  test('when the earlier one was taken back, then it does not count', () => {
    expect(beyondTogether(work('2026-07-01', '2026-08-31'), [{ ...earlier, state: 'cancelled' }], trial)).toBeUndefined()
  })
})

test('given one that ended early, then it counts as long as it was: the last day that still fits, and the day after', () => {
  const ended = { ...kept('2026-01-01', '2026-06-30'), state: 'ended', endedOn: day('2026-05-31'), outcome: 'stopped' } as const
  const earlier: WorkPlacement = { ...ended, outcomeWords: '' }
  expect(beyondTogether(work('2026-07-01', '2026-07-30'), [earlier], trial)).toBeUndefined()
  expect(beyondTogether(work('2026-07-01', '2026-07-31'), [earlier], trial)).toMatchObject({ days: 182, longestDays: 181 })
})

test('given a term that is not known, then nothing is guessed', () => {
  const earlier = kept('2026-01-01', '2026-06-30')
  expect(beyondTogether(work('2026-07-01', '2026-12-31'), [earlier], { state: 'notSet' })).toBeUndefined()
})
