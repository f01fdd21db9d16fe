import { expect, test } from 'vitest'
import { mayShowWeb } from './shown-web.ts'

const REFUSED = { ok: false, code: 'notPossibleNow', field: 'shows' }

test('given nothing was chosen, when both tick that the web is shown, then it is', () => {
  expect(mayShowWeb(undefined, { shows: true, as: 'together' }).ok).toBe(true)
})

test('given the person put the web away, when it is ticked at the screen of the coach, then it stays away', () => {
  expect(mayShowWeb({ shows: false, chosenAs: 'person' }, { shows: true, as: 'together' })).toMatchObject(REFUSED)
})

test('given the person put the web away, when the person chooses again, then it is shown', () => {
  expect(mayShowWeb({ shows: false, chosenAs: 'person' }, { shows: true, as: 'person' }).ok).toBe(true)
})

test('given it was taken back at the screen of the coach, when they tick it again, then it is shown', () => {
  expect(mayShowWeb({ shows: false, chosenAs: 'together' }, { shows: true, as: 'together' }).ok).toBe(true)
})

test('given the person chose to show it, when it is put away at the screen of the coach, then it is away', () => {
  expect(mayShowWeb({ shows: true, chosenAs: 'person' }, { shows: false, as: 'together' }).ok).toBe(true)
})
