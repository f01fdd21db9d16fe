import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { SELF_REACH } from '#sharing'
import { registerLanguages } from '#ui'
import { compose, type Composed } from '../../src/shell/compose.ts'
import { loadLanguages } from '../../src/shell/languages.ts'
import { createTestSession } from '../support/session-cookie.ts'

const DIRECTORY = join(import.meta.dirname, '../languages')
const SECRET = 'x'.repeat(40)

let house: TestHouse
let composed: Composed
let cookie: string
let coachCookie: string

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  const selam = await aParticipant(house, tenantId)
  const coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  const self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, self, SELF_REACH)
  composed = await compose({
    ...{ appUrl: house.appUrl, secret: SECRET, demo: true, origin: 'http://127.0.0.1', configuredOrigin: undefined },
    ...{ poolSize: 2, smtpUrl: undefined, mailFrom: 'opstap@localhost', log: () => undefined, languagesDir: DIRECTORY },
  })
  await composed.app.ready()
  cookie = createTestSession(SECRET, self.token)
  coachCookie = createTestSession(SECRET, coach.token)
}, 60_000)
afterAll(async () => {
  await composed.stop()
  await house.close()
  registerLanguages([])
})

const get = async (url: string, cookies: string): Promise<string> => {
  const answer = await composed.app.inject({ url, headers: { cookie: cookies } })
  expect(answer.statusCode).toBe(200)
  return answer.body
}

describe('a language that is files alone', () => {
  test('is said on the page in its own direction; what is not translated is Dutch, key by key', async () => {
    const html = await get('/mijn/week?lang=xx', cookie)
    expect(html).toContain('<html lang="xx" dir="rtl">')
    expect(html).toMatch(/<h1[^>]*>Xo xiki<\/h1>/)
    expect(html).toContain('Xoxo, ')
    expect(html).toContain('Xapa xo')
    expect(html).toContain('Mijn plan')
    expect(html).toContain('Niets gepland')
  })

  test('stands in the language switch under its own name, also before signing in', async () => {
    for (const html of [await get('/mijn/week?lang=nl', cookie), await get('/welkom?lang=nl', '')]) {
      expect(html).toMatch(/hrefLang="xx" lang="xx" dir="rtl"[^>]*>Xhixhi</i)
    }
    expect(await get('/welkom?lang=xx', '')).toMatch(/<h1[^>]*>Xalom<\/h1>/)
  })

  test('is remembered, and is not for staff', async () => {
    expect(await get('/mijn/week', `${cookie}; opstap_lang=xx`)).toContain('Xo xiki')
    const html = await get('/vandaag?lang=xx', coachCookie)
    expect(html).toContain('<html lang="nl" dir="ltr">')
    expect(html).not.toContain('Xhixhi')
  })

  test('every page of a participant opens in it', async () => {
    for (const path of [
      '/mijn',
      '/mijn/plan',
      '/mijn/afspraken',
      '/mijn/waardering',
      '/mijn/mensen',
      '/mijn/inzage',
      '/mijn/gegevens',
    ])
      expect(await get(`${path}?lang=xx`, cookie)).not.toMatch(/undefined|\{\{/)
  })

  test('a language that is not there is not chosen', async () => {
    expect(await get('/welkom?lang=zz', '')).toContain('<html lang="nl"')
  })
})

describe('reading the folder', () => {
  const directory = mkdtempSync(join(tmpdir(), 'opstap-languages-'))
  afterAll(() => rmSync(directory, { recursive: true }))

  test('a folder that is no language, and one of the product, are left alone; a broken file stops the start and is named', () => {
    for (const name of ['notes', 'nl', 'yy']) mkdirSync(join(directory, name))
    writeFileSync(join(directory, 'nl', 'language.json'), '{ "name": "Anders" }')
    expect(loadLanguages(directory)).toEqual([])
    writeFileSync(join(directory, 'yy', 'language.json'), '{ "name": "Y" }')
    expect(loadLanguages(directory)).toEqual([{ code: 'yy', name: 'Y', direction: 'ltr', locale: 'nl-NL', texts: {} }])
    writeFileSync(join(directory, 'yy', 'my.json'), '{ "title": 3 }')
    expect(() => loadLanguages(directory)).toThrow(/yy.my\.json cannot be read/)
    expect(loadLanguages(join(directory, 'nowhere'))).toEqual([])
  })
})
