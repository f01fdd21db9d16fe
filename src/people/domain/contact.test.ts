import { expect, test } from 'vitest'
import { completeContact, ContactData } from './contact.ts'

test.each([
  ['2405ab', '2405 AB'],
  [' 2405 AB ', '2405 AB'],
  ['2405  ab', '2405 AB'],
])('postcode %s is kept as %s', (typed, kept) => {
  expect(ContactData.parse({ postcode: typed }).postcode).toBe(kept)
})

test.each(['0405 AB', '2405', 'AB 2405', '24055 AB'])('%s is no postcode', typed => {
  expect(ContactData.safeParse({ postcode: typed }).success).toBe(false)
})

test.each([
  ['06 12 34 56 78', true],
  ['+31 (0)172 123456', true],
  ['bel maar', false],
])('phone %s fits: %s', (phone, fits) => {
  expect(ContactData.safeParse({ phone }).success).toBe(fits)
})

test('what is known stays, what was empty is filled', () => {
  const known = ContactData.parse({ phone: '0612345678', language: 'ti' })
  const said = ContactData.parse({ phone: '0687654321', email: 's@voorbeeld.nl', channels: ['sms'], language: 'en' })
  expect(completeContact(known, said)).toEqual({
    phone: '0612345678',
    email: 's@voorbeeld.nl',
    language: 'ti',
    interpreter: false,
    channels: ['sms'],
  })
})
