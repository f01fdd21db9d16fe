import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#kernel'
import { continueIntake, type IntakeReading, isLookAgainDue, NOTHING_SAID, offerSupportFirst, rewrite } from './intake.ts'

const today = '2026-11-24' as CalendarDay
const day = (text: string) => text as CalendarDay
const fields = { support: 'Eerst samen naar de huisarts.', supportBy: 'wijkteam', lookAgainOn: day('2027-01-12') }
const running = { trajectory: { state: 'intake' as const }, today }
const supported: IntakeReading = { ...NOTHING_SAID, wish: 'Ik wil rust.', state: 'supportFirst', ...fields }

describe('given severe obstacles', () => {
  test('when support is offered, then what was said stays and there is a day to look again', () => {
    expect(offerSupportFirst({ ...NOTHING_SAID, wish: 'Ik wil rust.' }, fields, running)).toEqual({ ok: true, value: supported })
  })
  test('when the day has passed, then it is refused at that field; today and later are taken', () => {
    const on = (lookAgainOn: string) => offerSupportFirst(NOTHING_SAID, { ...fields, lookAgainOn: day(lookAgainOn) }, running)
    expect(on('2026-11-23')).toMatchObject({ code: 'invalidInput', field: 'lookAgainOn', details: { reason: 'inPast' } })
    expect(on('2026-11-24').ok).toBe(true)
    expect(on('2026-11-25').ok).toBe(true)
  })
  test('when the trajectory has ended, then there is nothing to offer in it', () => {
    expect(offerSupportFirst(NOTHING_SAID, fields, { ...running, trajectory: { state: 'ended' } })).toMatchObject({
      code: 'notPossibleNow',
    })
  })
  test('when there is room again, then it goes on, once', () => {
    expect(continueIntake(supported)).toEqual({ ok: true, value: { ...NOTHING_SAID, wish: 'Ik wil rust.' } })
    expect(continueIntake(NOTHING_SAID)).toMatchObject({ code: 'notPossibleNow' })
  })
})

test('rewriting the words leaves support and its day as they were', () => {
  const { state: _state, ...content } = NOTHING_SAID
  expect(rewrite(supported, { ...content, obstacles: 'Ziek.' })).toEqual({ ...supported, wish: '', obstacles: 'Ziek.' })
  expect(rewrite(NOTHING_SAID, { ...content, obstacles: 'Ziek.' }).state).toBe('talking')
})

test.each([
  ['the day before', '2027-01-11', false],
  ['the day itself', '2027-01-12', true],
  ['the day after', '2027-01-13', true],
])('looking again is due: %s', (_name, on, due) => expect(isLookAgainDue(supported, day(on))).toBe(due))

test('without support there is nothing to look at again', () => expect(isLookAgainDue(NOTHING_SAID, today)).toBe(false))
