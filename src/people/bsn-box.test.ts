import { expect, test } from 'vitest'
import { Bsn, namedId, type ParticipantId, type TenantId } from '#kernel'
import { createBsnBox } from './bsn-box.ts'

const box = createBsnBox('a secret of the installation, long enough')
const veenrijk = namedId<TenantId>('veenrijk')
const elders = namedId<TenantId>('elders')
const selam = namedId<ParticipantId>('selam')
const bsn = Bsn.parse('111222333')

test('a sealed number opens again for the same dossier', () => {
  const sealed = box.seal(veenrijk, selam, bsn)
  expect(box.open(veenrijk, selam, sealed)).toBe('111222333')
  expect(sealed.includes('111222333')).toBe(false)
})

test('sealing twice gives different bytes, hashing twice the same', () => {
  expect(box.seal(veenrijk, selam, bsn).equals(box.seal(veenrijk, selam, bsn))).toBe(false)
  expect(box.hash(veenrijk, bsn).equals(box.hash(veenrijk, bsn))).toBe(true)
})

test('the hash differs per municipality and per secret', () => {
  expect(box.hash(veenrijk, bsn).equals(box.hash(elders, bsn))).toBe(false)
  expect(createBsnBox('another secret, also long enough').hash(veenrijk, bsn).equals(box.hash(veenrijk, bsn))).toBe(false)
})

test('a copy in another dossier, a changed byte or another secret do not open', () => {
  const sealed = box.seal(veenrijk, selam, bsn)
  expect(() => box.open(veenrijk, namedId<ParticipantId>('hana'), sealed)).toThrow()
  const bent = Buffer.from(sealed)
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1
  expect(() => box.open(veenrijk, selam, bent)).toThrow()
  expect(() => createBsnBox('another secret, also long enough').open(veenrijk, selam, sealed)).toThrow()
})
