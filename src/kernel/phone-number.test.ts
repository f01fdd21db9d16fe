import { expect, test } from 'vitest'
import { canGetTexts, PhoneNumber, phoneNumberOf } from './phone-number.ts'

test.each([
  ['0612345678', '+31612345678'],
  ['06 12 34 56 78', '+31612345678'],
  ['06-1234 5678', '+31612345678'],
  ['(06) 12.34.56.78', '+31612345678'],
  ['+31612345678', '+31612345678'],
  ['+31 (0)6 12345678', '+31612345678'],
  ['0031 6 1234 5678', '+31612345678'],
  ['\u200e+31 6\u201112345678', '+31612345678'],
  ['020-1234567', '+31201234567'],
  ['+963 944 567 890', '+963944567890'],
  ['00380 50 123 4567', '+380501234567'],
])('given %j as people write it, then %s', (typed, number) => {
  expect(phoneNumberOf(typed)).toBe(number)
})

test.each([
  [''],
  ['06'],
  ['061234567'],
  ['06123456789'],
  ['612345678'],
  ['bel mij'],
  ['06 1234 567a'],
  ['++31612345678'],
  ['+0612345678'],
  ['112'],
  ['+31 6 1234 5678 9'],
  ['+1234567890123456'],
  ['0612345678\n0687654321'],
])('given %j, then there is no such number', typed => {
  expect(phoneNumberOf(typed)).toBeUndefined()
})

test.each([
  ['+31612345678', true],
  ['+3197012345', true],
  ['+31201234567', false],
  ['+963944567890', true],
])('given %s, then a text message arrives: %s', (number, arrives) => {
  expect(canGetTexts(PhoneNumber.parse(number))).toBe(arrives)
})
