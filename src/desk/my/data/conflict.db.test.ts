import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { updateContact } from '#people'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import { deskWeb } from '../../index.ts'

type SignedIn = Actor & { readonly token: string }
let house: TestHouse
let door: FrontDoor
let tenantId: TenantId
let selam: ParticipantId
let coach: SignedIn
let self: SignedIn

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId), name: 'Kim' })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  door = await openFrontDoor(house, deskWeb)
})
afterAll(async () => {
  await door.close()
  await house.close()
})

const post = (url: string, fields: Record<string, string>, as = self, lang = 'nl') =>
  door.post(
    `${url}?lang=${lang}`,
    { participantId: selam, ...fields },
    as,
    as === self ? '/mijn/gegevens/naam' : `/deelnemers/${selam}`,
    lang,
  )
/** The words of each side of the panel, field after field. */
const bothTexts = (html: string): readonly string[] => {
  const panel = /<section class="op-conflict"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  return [...panel.matchAll(/<div class="op-free-text" dir="auto">([^<]*)<\/div>/g)].map(found => found[1] ?? '')
}
const hiddenVersion = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

test.each([
  ['nl', 'Laat staan wat er nu is opgeslagen'],
  ['en', 'Leave what is stored now'],
  ['ar', 'اترك المحفوظ الآن كما هو'],
])('%s: a name that two changed stands there twice, and mine can still be kept', async (lang, leave) => {
  const { rows } = await house.owner.query<{ version: number }>('select version from participant where participant_id = $1', [
    selam,
  ])
  const version = String(rows[0]?.version)
  await post('/mijn/gegevens/naam', { callName: `Eerder ${lang}`, version })
  const late = await post('/mijn/gegevens/naam', { callName: `Later ${lang}`, version }, self, lang)
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain(`<html lang="${lang}"`)
  expect(bothTexts(late.body)).toEqual([`Eerder ${lang}`, `Later ${lang}`])
  expect(late.body).toContain(leave)
  expect(late.body).toContain(`value="Later ${lang}"`)
  const again = await post('/mijn/gegevens/naam', { callName: `Later ${lang}`, version: hiddenVersion(late.body) })
  expect(again.statusCode).toBe(303)
})

test('a story that was told in two places: both are shown, nothing is lost', async () => {
  const first = 'Ik kom uit een dorp\nen hou van planten'
  expect((await post('/mijn/gegevens/verhaal', { words: first, language: 'nl', version: '0' })).statusCode).toBe(303)
  const late = await post('/mijn/gegevens/verhaal', { words: 'أنا أحب النباتات', language: 'ar', version: '0' }, self, 'ar')
  expect(late.statusCode).toBe(409)
  expect(bothTexts(late.body)).toEqual([first, 'أنا أحب النباتات'])
  expect(late.body).toMatch(/<textarea[^>]*>\s*أنا أحب النباتات<\/textarea>/)
  const kept = await post('/mijn/gegevens/verhaal', {
    words: 'أنا أحب النباتات',
    language: 'ar',
    version: hiddenVersion(late.body),
  })
  expect(kept.statusCode).toBe(303)
})

test('contact data that the coach changed meanwhile: only what differs, in words; the coach sees the same', async () => {
  const current = async () => {
    const { rows } = await house.owner.query<{ version: number }>(
      'select version from participant_contact where participant_id = $1',
      [selam],
    )
    return String(rows[0]?.version)
  }
  const version = await current()
  const saved = await house.runner.run(updateContact, coach, {
    participantId: selam,
    version,
    phone: '06 1111 1111',
    language: 'ti',
  })
  expect(saved.ok).toBe(true)
  const mine = { phone: '06 2222 2222', language: 'ar', interpreter: 'yes', version, channels: '' }
  const late = await post('/mijn/gegevens/bereiken', mine)
  expect(late.statusCode).toBe(409)
  expect(bothTexts(late.body)).toEqual(['06 1111 1111', '06 2222 2222', 'Tigrinya', 'Arabisch', 'nee', 'ja'])
  expect(late.body).toContain('value="06 2222 2222"')
  const kept = await post('/mijn/gegevens/bereiken', { ...mine, version: hiddenVersion(late.body) })
  expect(kept.statusCode).toBe(303)

  const ofCoach = await post(`/deelnemers/${selam}/gegevens`, { ...mine, phone: '06 3333 3333', place: 'Veenrijk' }, coach)
  expect(ofCoach.statusCode).toBe(409)
  expect(bothTexts(ofCoach.body)).toEqual(['06 2222 2222', '06 3333 3333', 'niet ingevuld', 'Veenrijk'])
  expect(ofCoach.body).toContain('value="06 3333 3333"')
})
