import { describe, expect, test } from 'vitest'
import type { CalendarDay, CorrectionId, MembershipId } from '#kernel'
import { answerBy, type Correction, decideAnswer, decideWithdrawal } from './own-voice.ts'

const asked: Correction = {
  id: '01890000-0000-7000-8000-000000000001' as CorrectionId,
  about: 'referral',
  words: 'Ik woon hier al drie jaar',
  language: 'nl',
  askedAt: '2026-11-28T10:00:00.000Z',
  version: 2,
  state: 'asked',
}
const answered: Correction = {
  ...asked,
  state: 'answered',
  outcome: 'changed',
  answer: '',
  answeredAt: '2026-11-28T11:00:00.000Z',
  answeredBy: '01890000-0000-7000-8000-000000000002' as MembershipId,
}

describe('given a question that waits', () => {
  test('then a change needs no words, and no change needs a reason', () => {
    expect(decideAnswer(asked, { outcome: 'changed', answer: '', version: 2 }).ok).toBe(true)
    expect(decideAnswer(asked, { outcome: 'partly', answer: 'Het jaar klopt nu', version: 2 }).ok).toBe(true)
    for (const outcome of ['partly', 'notChanged'] as const)
      expect(decideAnswer(asked, { outcome, answer: '', version: 2 })).toMatchObject({ code: 'invalidInput', field: 'answer' })
  })
  test('then an answer to an older text is a conflict that shows it', () => {
    expect(decideAnswer(asked, { outcome: 'changed', answer: '', version: 1 })).toMatchObject({
      code: 'versionConflict',
      details: { current: asked },
    })
    expect(decideWithdrawal(asked, 1)).toMatchObject({ code: 'versionConflict' })
  })
})

test('given one that was answered, then it is neither answered again nor withdrawn', () => {
  expect(decideAnswer(answered, { outcome: 'changed', answer: '', version: 2 })).toMatchObject({ code: 'notPossibleNow' })
  expect(decideWithdrawal(answered, 2)).toMatchObject({ code: 'notPossibleNow' })
  expect(decideWithdrawal(asked, 2).ok).toBe(true)
})

test.each([
  ['2026-11-28', '2026-12-28'],
  ['2027-01-31', '2027-02-28'],
])('asked on %s, then there is an answer on %s at the latest', (asked, by) => {
  expect(answerBy(asked as CalendarDay)).toBe(by)
})
