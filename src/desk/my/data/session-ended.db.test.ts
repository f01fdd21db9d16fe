import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import { deskWeb } from '../../index.ts'

/** A session ended while somebody was typing. */
const AT = '/mijn/gegevens/verhaal'
const WORDS = 'Ik kom uit een dorp en ik schreef dit in een uur'
const TYPED = { words: WORDS, language: 'nl', version: '0', _csrf: 'of-an-earlier-session' }
const FROM_HERE = { 'sec-fetch-site': 'same-origin', referer: `http://localhost${AT}` }
const FROM_ELSEWHERE = { ...FROM_HERE, 'sec-fetch-site': 'cross-site' }
const BACK = '/aanmelden?terug=%2Fmijn%2Fgegevens%2Fverhaal'

let house: TestHouse
let door: FrontDoor
let self: Actor & { readonly token: string }

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  const selam = await aParticipant(house, tenantId)
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, self, SELF_REACH)
  door = await openFrontDoor(house, deskWeb)
})
afterAll(async () => {
  await door.close()
  await house.close()
})

test('what was typed comes back, with the way to sign in and return', async () => {
  const answer = await door.postBare(AT, TYPED, FROM_HERE)
  expect([answer.statusCode, answer.body]).toEqual([401, `fout: signedOut ${BACK} ${WORDS}`])
})

test('also when the person signed in again elsewhere: the old form is refused, the words are not lost', async () => {
  const answer = await door.postBare(AT, TYPED, FROM_HERE, self)
  expect([answer.statusCode, answer.body]).toEqual([403, `fout: forbidden ${BACK} ${WORDS}`])
})

test('a form without sentences just leads to signing in', async () => {
  const answer = await door.postBare(AT, { words: 'kort', version: '0' }, FROM_HERE)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, BACK])
})

test('files of nobody who is signed in are not read', async () => {
  const broken = { ...FROM_HERE, 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await door.postBare(AT, TYPED, broken)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, BACK])
})

test('what another site posts is never shown', async () => {
  const signedOut = await door.postBare(AT, TYPED, FROM_ELSEWHERE)
  expect([signedOut.statusCode, signedOut.headers.location]).toEqual([303, BACK])
  expect((await door.postBare(AT, TYPED, FROM_ELSEWHERE, self)).body).toBe('fout: forbidden')
})
