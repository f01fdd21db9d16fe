import { describe, expect, test } from 'vitest'
import type { CalendarDay, LifeAreaId, MembershipId } from '#kernel'
import {
  amendOpening,
  answerObjection,
  closeArea,
  mayNote,
  objectTo,
  openArea,
  type Opening,
  reopenArea,
  stateOn,
  withdrawObjection,
} from './life-area.ts'

const day = (text: string) => text as CalendarDay
const until = day('2026-12-31')
const [before, itself, after] = [day('2026-12-30'), until, day('2027-01-01')]
const open: Opening = {
  id: '019a0000-0000-7000-8000-000000000001' as LifeAreaId,
  area: 'finances',
  reason: 'De schulden houden haar wakker.',
  until,
  openedOn: day('2026-11-01'),
  openedBy: '019a0000-0000-7000-8000-000000000002' as MembershipId,
  version: 1,
}
const closed: Opening = { ...open, closedOn: day('2026-12-01') }
const fields = { reason: 'Nieuwe reden', until: day('2027-03-01') }

describe('given an area that is open until 31 December', () => {
  test.each([
    [before, 'open'],
    [itself, 'open'],
    [after, 'expired'],
  ])('then on %s it is %s', (on, state) => expect(stateOn(open, on)).toBe(state))

  test('then notes are written until that day and not after it', () => {
    expect([before, itself, after].map(on => mayNote(open, on).ok)).toEqual([true, true, false])
  })
  test('then it is not opened a second time; after its day it is, with a reason', () => {
    expect(openArea(open, fields, itself)).toMatchObject({ code: 'alreadyDone', field: 'area' })
    expect(openArea(open, fields, after)).toEqual({ ok: true, value: fields })
  })
  test('then it can be made longer or shorter while it is open, never into the past', () => {
    expect(amendOpening(open, fields, itself)).toMatchObject({ ok: true, value: { until: '2027-03-01', reason: 'Nieuwe reden' } })
    expect(amendOpening(open, fields, after)).toMatchObject({ code: 'notPossibleNow', details: { state: 'expired' } })
    expect(amendOpening(open, { ...fields, until: day('2026-12-29') }, before)).toMatchObject({ field: 'until' })
  })
  test('then it is closed once, and that can be taken back until its day', () => {
    expect(closeArea(open, itself)).toEqual({ ok: true, value: { ...open, closedOn: itself } })
    expect(closeArea(closed, itself)).toMatchObject({ code: 'notPossibleNow', details: { state: 'closed' } })
    expect(reopenArea(closed, undefined, itself)).toEqual({ ok: true, value: open })
    expect(reopenArea(closed, undefined, after)).toMatchObject({ code: 'notPossibleNow' })
    expect(reopenArea(closed, open, itself)).toMatchObject({ code: 'notPossibleNow' })
    expect(reopenArea(open, undefined, itself)).toMatchObject({ code: 'notPossibleNow' })
  })
})

describe('given somebody who is against it', () => {
  const words = { words: 'Dit gaat u niets aan.', language: 'nl' as const }
  const by = open.openedBy
  test('then the own words stand with it, in every state of the area', () => {
    for (const on of [itself, after])
      expect(objectTo(open, words, on)).toMatchObject({ ok: true, value: { objection: { ...words, on } } })
    expect(objectTo(closed, words, after)).toMatchObject({ ok: true })
  })
  test('then it is answered, and new words ask for a new answer', () => {
    const objected: Opening = { ...open, objection: { ...words, on: itself } }
    const answered = answerObjection(objected, { words: 'Je hebt gelijk.', by }, itself)
    expect(answered).toMatchObject({ ok: true, value: { answer: { words: 'Je hebt gelijk.', on: itself } } })
    expect(answered.ok && objectTo(answered.value, words, after)).toMatchObject({ value: { version: 1 } })
    const again = answered.ok ? objectTo(answered.value, words, after) : answered
    expect(again.ok && again.value.answer).toBeUndefined()
    expect(answerObjection(open, { words: 'Waarop?', by }, itself)).toMatchObject({ code: 'notPossibleNow' })
  })
  test('then it can be taken back', () => {
    expect(withdrawObjection({ ...open, objection: { ...words, on: itself } })).toEqual({ ok: true, value: open })
    expect(withdrawObjection(open)).toMatchObject({ code: 'notPossibleNow' })
  })
})

test('an area is opened until today or later', () => {
  expect(openArea(undefined, { ...fields, until: before }, itself)).toMatchObject({
    field: 'until',
    details: { reason: 'inPast' },
  })
  expect(openArea(undefined, { ...fields, until: itself }, itself).ok).toBe(true)
  expect(openArea(undefined, { ...fields, until: after }, itself).ok).toBe(true)
})
