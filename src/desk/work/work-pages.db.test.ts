import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId, type OfferId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { placeAtOffer, recordPayment } from '#plans'
import { SELF_REACH } from '#sharing'
import { myAllowancePage } from '../my/allowance/my-allowance.page.tsx'
import { partnerForms, partnerPages } from '../partner/index.ts'
import { workForms, workPages } from './index.ts'

type Signed = Actor & { readonly token: string }
const clock = { now: () => new Date('2026-11-20T12:00:00Z') }
let house: TestHouse
let site: FrontDoor
let tenantId: TenantId
let coach: Signed
let stranger: Signed
let partner: Signed
let self: Signed
let offerId: OfferId
let selam: ParticipantId
let here: string

beforeAll(async () => {
  house = await createHouse(clock)
  tenantId = await house.municipality()
  const organisationId = await house.organisation(tenantId)
  const library = await house.organisation(tenantId, 'partner', 'Bibliotheek')
  coach = await house.member(tenantId, 'coach', { organisationId })
  stranger = await house.member(tenantId, 'coach', { organisationId })
  partner = await house.member(tenantId, 'partner', { organisationId: library })
  offerId = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, organisation_id, organisation_name, name, kind, identity_key)
     values ($1, $2, $3, 'Bibliotheek', 'Boeken opruimen', 'volunteerPlace', 'b')`,
    [tenantId, offerId, library],
  )
  site = await openFrontDoor(
    house,
    { pages: [...workPages, ...partnerPages, myAllowancePage], forms: [...workForms, ...partnerForms] },
    clock,
  )
})
beforeEach(async () => {
  selam = await aParticipant(house, tenantId)
  await reaching(house, tenantId, selam, coach)
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, self, SELF_REACH)
  here = `/deelnemers/${selam}/werk`
})
afterAll(async () => {
  await site.close()
  await house.close()
})

/** Amounts are written with a space that does not break. */
const plain = (html: string): string => html.replaceAll('\u00a0', ' ')

const pay = (euros: number) =>
  house.runner.run(recordPayment, coach, {
    ...{ participantId: selam, paidOn: '2026-11-10', amountCents: euros * 100 },
    ...{ kind: 'allowance', organisationName: 'Voetbalclub' },
  })

test('a coach writes down a payment; a mistake is said at its field and what was typed stays', async () => {
  const typed = { organisationName: 'Voetbal <b>club</b>', paidOn: '2026-11-10', kind: 'allowance' }
  const refused = await site.post(`${here}/vergoeding`, { ...typed, amountCents: 'veel' }, coach, here)
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('Vul een bedrag in, zoals 12,50.')
  expect(refused.body).toContain('value="Voetbal &lt;b&gt;club&lt;/b&gt;"')
  const future = await site.post(`${here}/vergoeding`, { ...typed, amountCents: '5', paidOn: '2026-11-21' }, coach, here)
  expect(future.body).toContain('Deze dag moet nog komen')
  const taken = await site.post(`${here}/vergoeding`, { ...typed, amountCents: '187,00' }, coach, here)
  expect(taken).toMatchObject({ statusCode: 303, headers: { location: `${here}#vergoeding` } })
  const page = plain((await site.get(here, coach)).body)
  expect(page).toContain('November 2026: € 187 van € 220 (85%)')
  expect(page).toContain('bijna vol')
  expect(page).toContain('Voetbal &lt;b&gt;club&lt;/b&gt;')
})

test('what if: says when a limit comes; what cannot be read is said calmly', async () => {
  await pay(187)
  expect((await site.get(`${here}?bedrag=11&keer=4`, coach)).body).toContain('Er passen dan nog 3 betalingen bij.')
  expect((await site.get(`${here}?bedrag=5,50&keer=2`, coach)).body).toContain('Dit past binnen de grenzen die bekend zijn.')
  const unread = await site.get(`${here}?bedrag=x&keer=0`, coach)
  expect(unread.statusCode).toBe(200)
  expect(unread.body).toContain('Vul een bedrag in en een aantal keren')
})

test('a correction on an older version shows what the other made of it', async () => {
  const made = await pay(50)
  if (!made.ok) throw new Error(made.code)
  const action = `${here}/vergoeding/${made.value.paymentId}`
  const typed = { organisationName: 'Club', paidOn: '2026-11-10', kind: 'allowance' }
  expect((await site.post(action, { ...typed, amountCents: '40', version: '1' }, coach, here)).statusCode).toBe(303)
  const late = await site.post(action, { ...typed, amountCents: '30', version: '1' }, coach, here)
  expect(late.statusCode).toBe(409)
  expect(plain(late.body)).toContain('€ 40, Club')
  expect(late.body).toContain('>30<')
})

test('a work placement is arranged within its term, and a clash names the other place', async () => {
  const form = `${here}/nieuw`
  const typed = { kind: 'trialPlacement', workplace: 'Bakkerij', startsOn: '2026-11-02', dayParts: '1-morning' }
  const long = await site.post(form, { ...typed, endsOn: '2027-02-01' }, coach, form)
  expect(long.body).toContain('De laatste dag is uiterlijk 1 januari 2027.')
  expect(long.body).toContain('value="Bakkerij"')
  expect((await site.post(form, typed, coach, form)).body).toContain('Voor deze soort geeft de wet een termijn')
  expect((await site.post(form, { ...typed, endsOn: '2026-12-01' }, coach, form)).statusCode).toBe(303)
  const page = (await site.get(here, coach)).body
  expect(page).toContain('Proefplaats')
  expect(page).toContain('Loopt af: Bakkerij')
  const clash = await site.post(form, { ...typed, workplace: 'Elders', endsOn: '2026-12-01' }, coach, form)
  expect(clash.body).toContain('Op een van deze dagdelen is al afgesproken: Bakkerij.')
})

test('a place at an offer leads to what is agreed about the work there, and back', async () => {
  const placed = await house.runner.run(placeAtOffer, coach, { participantId: selam, offerId, area: 'contributing' })
  if (!placed.ok) throw new Error(placed.code)
  const form = `${here}/nieuw?plek=${placed.value.placementId}`
  const before = (await site.get(here, coach)).body
  expect(before).toContain('Afspraken over dit werk vastleggen')
  expect(before).toContain(form)
  const page = (await site.get(form, coach)).body
  expect(page).toContain('Bij de plek: Boeken opruimen, Bibliotheek.')
  expect(page).toContain('value="Boeken opruimen, Bibliotheek"')
  expect((await site.get(`${here}/nieuw?plek=${newId()}`, coach)).body).not.toContain('Bij de plek')

  const typed = { kind: 'volunteer', workplace: 'Bij de balie', placementId: placed.value.placementId }
  const refused = await site.post(`${here}/nieuw`, { ...typed, startsOn: '' }, coach, form)
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('Bij de plek: Boeken opruimen, Bibliotheek.')
  expect(refused.body).toContain(`value="${placed.value.placementId}"`)
  expect((await site.post(`${here}/nieuw`, { ...typed, startsOn: '2026-11-20' }, coach, form)).statusCode).toBe(303)
  const after = (await site.get(here, coach)).body
  expect(after).toContain('Bekijk de afspraken over dit werk')
  expect(after).not.toContain('Afspraken over dit werk vastleggen')
  expect(after).toContain('Boeken opruimen, Bibliotheek')
})

test('who joins an activity does not work there: no link to agreements about work', async () => {
  const activity = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, organisation_id, organisation_name, name, kind, identity_key)
     select tenant_id, $2, organisation_id, organisation_name, 'Leeskring', 'activity', 'leeskring' from offer
     where tenant_id = $1 and id = $3`,
    [tenantId, activity, offerId],
  )
  await house.runner.run(placeAtOffer, coach, { participantId: selam, offerId: activity, area: 'contacts' })
  const page = (await site.get(here, coach)).body
  expect(page).toContain('Leeskring')
  expect(page).not.toContain('Afspraken over dit werk vastleggen')
})

test('the form for a payment is folded until it is wanted, and open when it came back', async () => {
  const form = /<details class="op-details"( open="")?><summary>Vergoeding opschrijven/
  expect(form.exec((await site.get(here, coach)).body)?.[1]).toBeUndefined()
  const typed = { organisationId: 'other', paidOn: '2026-11-10', kind: 'allowance', amountCents: '5' }
  const refused = await site.post(`${here}/vergoeding`, typed, coach, here)
  expect(refused.body).toContain('Kies een organisatie of vul een naam in.')
  expect(form.exec(refused.body)?.[1]).toBe(' open=""')
})

test('a stranger gets what everybody gets for a page that is not there', async () => {
  const refused = await site.get(here, stranger)
  const unknown = await site.get(`/deelnemers/${newId()}/werk`, coach)
  expect(refused.statusCode).toBe(404)
  expect(unknown.body).toBe(refused.body)
})

const shownTo = async (actor: Signed): Promise<string> =>
  (await site.get('/partner', actor)).body
    .replaceAll(/(name="_(?:csrf|key)" value=")[^"]*/g, '$1')
    .replaceAll(/data-draft="[^"]*"/g, '')

test('the partner’s page is the same, byte for byte, at 81 and at 120 percent that others caused; below it says nothing', async () => {
  const placed = await house.runner.run(placeAtOffer, coach, { participantId: selam, offerId, area: 'contributing' })
  if (!placed.ok) throw new Error(placed.code)
  await pay(100)
  expect(await shownTo(partner)).not.toContain('Overleg eerst met de coach')
  await pay(78)
  const at81 = await shownTo(partner)
  expect(at81).toContain('Overleg eerst met de coach')
  await pay(86)
  expect(await shownTo(partner)).toBe(at81)
  // An id may have any digits in it.
  const said = at81.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '')
  for (const secret of ['Voetbalclub', '178', '264', '81%', '120%']) expect(said).not.toContain(secret)
})

test('a partner enters what it paid on its own page, and takes it back', async () => {
  const place = { participantId: selam, offerId, area: 'contributing', startsOn: '2026-11-01' }
  const placed = await house.runner.run(placeAtOffer, coach, place)
  if (!placed.ok) throw new Error(placed.code)
  const action = `/partner/wie/${placed.value.placementId}/vergoeding`
  const wrong = await site.post(action, { amountCents: 'x', paidOn: '2026-11-10', kind: 'allowance' }, partner, '/partner')
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('Vul een bedrag in')
  const taken = await site.post(action, { amountCents: '12,50', paidOn: '2026-11-10', kind: 'allowance' }, partner, '/partner')
  expect(taken.statusCode).toBe(303)
  const page = plain((await site.get('/partner', partner)).body)
  expect(page).toContain('€ 12,50')
  const undo = /action="(\/partner\/vergoeding\/[\w-]+\/intrekken)"/.exec(page)?.[1] ?? ''
  expect((await site.post(undo, { version: '1' }, partner, '/partner')).statusCode).toBe(303)
  expect((await site.get('/partner', partner)).body).toContain('ingetrokken')
  const early = await site.post(action, { amountCents: '5', paidOn: '2026-10-31', kind: 'allowance' }, partner, '/partner')
  expect(plain(early.body)).toContain('Deze dag ligt voor de start')
  const turn = (how: string, version: number) =>
    site.post(undo.replace('intrekken', how), { version: String(version) }, partner, '/partner')
  for (let version = 2; version < 7; version += 1)
    expect((await turn(version % 2 === 0 ? 'terug' : 'intrekken', version)).statusCode).toBe(303)
  expect(plain((await turn('intrekken', 7)).body)).toContain('Dit is deze maand te vaak opgegeven of teruggenomen')
  const often = await site.post(action, { amountCents: '5', paidOn: '2026-11-10', kind: 'allowance' }, partner, '/partner')
  expect(plain(often.body)).toContain('Bel de coach: die schrijft het met je op')
  expect(plain((await site.get(here, coach)).body)).toContain('gaf deze maand vaak iets op of nam het terug')
})

test('the person reads what was paid and what still fits, in the own language', async () => {
  await pay(187)
  const page = (await site.get('/mijn/vergoeding', self)).body
  expect(page).toContain('Je bent dicht bij de grens.')
  expect(page).toContain('Voetbalclub')
  expect((await site.get('/mijn/vergoeding?lang=ar', self)).body).toContain('dir="rtl"')
})
