import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { loadInstrument, offerInstrument } from '#instruments'
import { aScan } from '#instruments/test-kit'
import type { Actor } from '#platform'
import { getPlan } from '#plans'
import { SELF_REACH } from '#sharing'
import { instrumentsWeb } from './index.ts'

type Visitor = Actor & { readonly token: string }
let house: TestHouse
let door: FrontDoor
let tenantId: TenantId
let selam: ParticipantId
let coach: Visitor
let self: Visitor
let stranger: Visitor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { name: 'Kim Bakker' })
  stranger = await house.member(tenantId, 'coach')
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  door = await openFrontDoor(house, instrumentsWeb)
})
afterAll(async () => {
  await door.close()
  await house.close()
})

const dossier = () => `/deelnemers/${selam}/instrumenten`
const get = (url: string, as: Visitor) => door.get(url, as)
const post = (url: string, as: Visitor, fields: Record<string, string>) =>
  door.post(url, { participantId: selam, ...fields }, as, as === self ? '/mijn/vragenlijsten' : dossier())
const began = async (as: Visitor, key: string, view: string, more: Record<string, string> = {}): Promise<string> => {
  const from = as === self ? '/mijn/vragenlijsten' : dossier()
  const answer = await post(`${from}/begin`, as, { key, view, ...more })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}
const page = (key: string, answer: string, more: Record<string, string> = {}) => ({
  ...{ asked: key, part: key, language: 'nl', [`answers.${key}`]: answer, go: 'on', ...more },
})

let own = ''

test('on a phone the person fills in one thing at a time, goes back, and finishes', async () => {
  const fill = await began(self, 'web', 'participant')
  own = fill.replace('/invullen', '')
  expect((await get(fill, self)).body).toContain('Hoe voelt je lijf?')
  const first = await post(fill, self, { version: '1', ...page('body', '4', { marks: 'body', 'said.body': 'Ik ben moe' }) })
  expect([first.statusCode, first.headers.location]).toEqual([303, `${fill}?na=body`])
  expect((await get(`${fill}?na=body`, self)).body).toContain('Hoe is het in je hoofd?')
  const back = await post(fill, self, { version: '2', ...page('mind', '', { go: 'back' }) })
  const again = (await get(String(back.headers.location), self)).body
  expect(again).toContain('Ik ben moe')
  expect(again).toMatch(/checked="" value="4"/)
  expect((await get(`${fill}?na=daily`, self)).body).toContain('Dit is ingevuld')
  const done = await post(`${own}/klaar`, self, { version: '3' })
  expect([done.statusCode, done.headers.location]).toEqual([303, own])
  expect((await get('/mijn/web', self)).body).toContain('Lichaamsfuncties: 4')
})

test('both views stand beside each other, and the difference is said calmly', async () => {
  const id = own.split('/').at(-1) ?? ''
  const fill = await began(coach, 'web', 'coach', { beside: id })
  await post(fill, coach, { version: '1', ...page('body', '7') })
  await post(fill.replace('/invullen', '/klaar'), coach, { version: '2' })
  const both = (await get(`${dossier()}/${id}`, coach)).body
  expect(both).toContain('Jullie kijken hier anders naar')
  expect(both).toContain('Lichaamsfuncties: 4 (Selam) en 7 (Kim Bakker)')
  expect((await get('/mijn/web', self)).body).toContain('Lichaamsfuncties: 4 (Jij) en 7 (Kim Bakker)')
  expect((await get(`${dossier()}/${id}/invullen`, coach)).statusCode, 'the person’s view is the person’s').toBe(404)
})

test('two at the same draft: both texts are shown, what was typed stays in the form', async () => {
  const fill = await began(coach, 'life-areas', 'together')
  const mine = fill.replace(dossier(), '/mijn/vragenlijsten')
  expect((await post(mine, self, { version: '1', ...page('home', '2', { 'said.home': 'Het is koud' }) })).statusCode).toBe(303)
  const late = await post(`${fill}?vraag=home`, coach, { version: '1', ...page('home', '4', { 'said.home': 'Warm genoeg' }) })
  expect(late.statusCode).toBe(409)
  for (const words of ['Het is koud', 'Warm genoeg', 'Dit kan beter', 'Dit gaat goed']) expect(late.body).toContain(words)
  expect(late.body).toContain('name="version" value="2"')
})

test('a refused answer is said at its question; a mark becomes a wish, and that can be taken back', async () => {
  const id = own.split('/').at(-1) ?? ''
  const wrong = await post(`${own}/wijzigen?vraag=body`, self, { version: '4', ...page('body', '44') })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('Kies een van de antwoorden.')
  expect((await get(`${own}/naar-plan?over=body`, self)).body).toContain('>Ik ben moe</textarea>')
  const empty = await post(`${own}/naar-plan/wens?over=body`, self, { words: '' })
  expect([empty.statusCode, empty.body.includes('Schrijf de wens op.')]).toEqual([400, true])
  const added = await post(`${own}/naar-plan/wens?over=body`, self, { words: 'Meer slapen', language: 'nl' })
  expect(added.headers.location).toBe(own)
  const goal = await post(`${dossier()}/${id}/naar-plan/doel?over=body`, coach, { title: 'Beter slapen', area: 'independence' })
  expect(goal.headers.location).toBe(`${dossier()}/${id}`)
  const plan = await house.runner.run(getPlan, coach, { participantId: selam })
  if (!plan.ok) throw new Error(plan.code)
  expect(plan.value).toMatchObject({ wishes: [{ words: 'Meer slapen' }], goals: [{ title: 'Beter slapen', state: 'open' }] })
  const wishId = plan.value.wishes[0]?.id ?? ''
  expect((await post(`${own}/naar-plan/wens/weg`, self, { wishId, version: '1' })).statusCode).toBe(303)
})

test('a draft says that there is a newer version, can be finished as it is, and goes on in the new one when asked', async () => {
  const beheer = await house.member(tenantId, 'beheer')
  const { version: _version, ...scan } = aScan()
  const load = async (version: number, words: string) => {
    const file = JSON.stringify({ ...scan, about: { nl: words } })
    const loaded = await house.runner.run(loadInstrument, beheer, { file })
    const offered = await house.runner.run(offerInstrument, beheer, { key: scan.key, version })
    expect([loaded.ok, offered.ok]).toEqual([true, true])
  }
  await load(1, 'Eerst.')
  const fill = await began(coach, scan.key, 'coach')
  await post(fill, coach, { version: '1', ...page('home', '2') })
  expect((await get(fill, coach)).body).not.toContain('Er is een nieuwe versie')
  await load(2, 'Daarna.')
  expect((await get(`${fill}?vraag=home`, coach)).body).toContain('Je bent begonnen met versie 1')
  const renewed = await post(fill.replace('/invullen', '/nieuwe-versie'), coach, { version: '2' })
  expect(renewed.statusCode).toBe(303)
  const now = (await get(`${fill}?vraag=home`, coach)).body
  expect(now).not.toContain('Er is een nieuwe versie')
  expect(now).toContain('checked="" value="2"')
})

test('put away, and brought back from the notice', async () => {
  const fill = await began(coach, 'bridge', 'coach')
  const away = await post(fill.replace('/invullen', '/weg'), coach, { version: '1' })
  expect(away.headers.location).toBe(dossier())
  expect((await get(fill, coach)).statusCode).toBe(404)
  expect((await post(fill.replace('/invullen', '/terug'), coach, { version: '2' })).statusCode).toBe(303)
  expect((await get(fill, coach)).statusCode).toBe(200)
})

test('on paper in the language of the person, whatever the language of the coach', async () => {
  const { body } = await get(`${dossier()}/papier?soort=ladder&schrift=ar`, coach)
  expect(body).toContain('<html lang="nl" dir="ltr">')
  expect(body).toContain('lang="ar" dir="rtl"')
  expect(body).toContain('هل لديك عمل بأجر؟')
})

test('a stranger finds nothing, whatever the address', async () => {
  const id = own.split('/').at(-1) ?? ''
  for (const url of [
    dossier(),
    `${dossier()}/vergelijken`,
    `${dossier()}/papier`,
    `${dossier()}/${id}`,
    `${dossier()}/${id}/naar-plan`,
  ])
    expect([url, (await get(url, stranger)).statusCode]).toEqual([url, 404])
  expect((await get(`${dossier()}/geen-nummer`, coach)).statusCode).toBe(400)
  expect((await get(`/mijn/vragenlijsten/${newId<string>()}`, self)).statusCode).toBe(404)
})

test('every own page opens in Dutch, English and Arabic; Arabic goes from right to left', async () => {
  const pages = [
    '/mijn/web',
    '/mijn/vragenlijsten',
    '/mijn/vragenlijsten/vergelijken',
    own,
    `${own}/invullen`,
    `${own}/naar-plan`,
  ]
  for (const url of pages)
    for (const lang of ['nl', 'en', 'ar']) {
      const { statusCode, body } = await get(`${url}?lang=${lang}`, self)
      expect([url, lang, statusCode]).toEqual([url, lang, 200])
      expect(body).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(body).not.toMatch(/\{\{|undefined/)
    }
})
