import { describe, expect, test } from 'vitest'
import type { UserId } from '#kernel'
import { countSent, hasMail, mayTry, noMailAddress, ownAddressOf } from './own-address.ts'

const at = (time: string): Date => new Date(`2026-11-28T${time}:00Z`)

test.each([
  [' Selam@Post.example ', { channel: 'mail', address: 'selam@post.example' }],
  ['06 12 34 56 78', { channel: 'sms', address: '+31612345678' }],
])('given %j, then that is where the code goes', (typed, value) => {
  expect(ownAddressOf(typed)).toEqual({ ok: true, value })
})

test.each([
  ['selam@', 'noAddress'],
  ['bel mij', 'noAddress'],
  ['', 'noAddress'],
  ['020 123 45 67', 'noTexts'],
  ['x@zonder-mail.invalid', 'noAddress'],
])('given %j, then it is refused: %s', (typed, reason) => {
  expect(ownAddressOf(typed)).toMatchObject({ ok: false, code: 'invalidInput', field: 'address', details: { reason } })
})

test('who has no mail address has one where nothing arrives', () => {
  expect(hasMail(noMailAddress('01890000-0000-7000-8000-000000000001' as UserId))).toBe(false)
  expect(hasMail('selam@post.example')).toBe(true)
})

describe('codes to a new address', () => {
  const pending = { tries: 0, sent: 4, countedFrom: at('10:00'), expiresAt: at('10:10') }
  test('given four within the hour, then a fifth may be sent and a sixth not', () => {
    expect(countSent(pending, at('10:30'))).toEqual({ ok: true, value: { sent: 5, countedFrom: at('10:00') } })
    expect(countSent({ ...pending, sent: 5 }, at('10:59'))).toMatchObject({ ok: false, code: 'tooMany' })
    expect(countSent({ ...pending, sent: 5 }, at('11:00'))).toEqual({ ok: true, value: { sent: 1, countedFrom: at('11:00') } })
    expect(countSent(undefined, at('10:00'))).toEqual({ ok: true, value: { sent: 1, countedFrom: at('10:00') } })
  })
  test('given five wrong codes or ten minutes, then no code may be tried any more', () => {
    expect(mayTry({ ...pending, tries: 4 }, at('10:09'))).toBe(true)
    expect(mayTry({ ...pending, tries: 5 }, at('10:09'))).toBe(false)
    expect(mayTry(pending, at('10:10'))).toBe(false)
  })
})
