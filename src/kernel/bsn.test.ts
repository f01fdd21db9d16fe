import { expect, test } from 'vitest'
import { Bsn, isBsn } from './bsn.ts'

test.each(['111222333', '123456782'])('%s passes the 11-test', number => expect(isBsn(number)).toBe(true))
test.each(['123456789', '000000000', '11122233', '1112223333', '11122233a', ''])('%s does not', number =>
  expect(isBsn(number)).toBe(false),
)
test('spaces, dots and a lost leading zero are forgiven', () => {
  expect(Bsn.parse('111 222 333')).toBe('111222333')
  expect(Bsn.parse('1112.22.333')).toBe('111222333')
})
