import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CalendarDay, type ImportId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, type AnyPage, fixedClock, formFields, type PageContext, type PageRequest } from '#platform'
import { applyImport } from '../use-cases/apply-import.ts'
import { getImport } from '../use-cases/get-import.ts'
import { startImport } from '../use-cases/start-import.ts'
import { supplyWeb } from './routes.ts'

const example = readFileSync(new URL('../test-fixtures/aanbod-voorbeeld.csv', import.meta.url))
const now = '2026-11-22T09:00:00Z'

let house: TestHouse
let tenantId: TenantId
let beheer: Actor

beforeAll(async () => {
  house = await createHouse(fixedClock(now))
})
beforeEach(async () => {
  tenantId = await house.municipality()
  beheer = await house.member(tenantId, 'beheer', { name: 'Bo' })
})
afterAll(() => house.close())

const contextFor = (actor: Actor, more: Partial<PageContext> = {}): PageContext => ({
  lang: 'nl',
  actor,
  now: new Date(now),
  today: CalendarDay.parse('2026-11-22'),
  path: '/aanbod',
  query: {},
  params: {},
  csrfToken: 'csrf',
  formKey: () => 'key',
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
  ...more,
})

const pageNamed = (id: string): AnyPage => {
  const found = supplyWeb.pages.find(page => page.id === id)
  if (found === undefined) throw new Error(`no page ${id}`)
  return found
}

/** The document that this page gives, or the code of its refusal. */
const open = async (id: string, more: Partial<PageContext> = {}, actor = beheer): Promise<string> => {
  const page = pageNamed(id)
  const context = contextFor(actor, more)
  const request: PageRequest = { ...context, run: (useCase, input) => house.runner.run(useCase, actor, input) }
  const loaded = await page.load(request)
  return loaded.ok ? page.view(loaded.value as never, context) : loaded.code
}

const start = async (): Promise<ImportId> => {
  const started = await house.runner.run(startImport, beheer, {
    fileName: 'aanbod.csv',
    file: Buffer.from(example).toString('base64'),
  })
  if (!started.ok) throw new Error(started.code)
  return started.value.importId
}
const applied = async (): Promise<ImportId> => {
  const importId = await start()
  await house.runner.run(applyImport, beheer, { importId, version: 1 })
  return importId
}

test('given the hostile row, when its preview is shown, then every text of it can be read and nothing of it runs or links', async () => {
  const html = await open('supply.import', { params: { importId: await start() }, query: { outcome: 'refused' } })
  expect(html).toContain('=HYPERLINK(&quot;http://kwaad.example&quot;;&quot;klik&quot;)')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain('javascript:alert(1)')
  expect(html).not.toMatch(/<script>alert/)
  expect(html).not.toMatch(/href="(?:javascript:|http:\/\/kwaad)/)
})

test('given the preview, then it tells how the list was read and what each row would do, in Dutch and in English', async () => {
  const params = { importId: await start() }
  const dutch = await open('supply.import', { params })
  expect(dutch).toContain('30 regels: 28 nieuw en 2 kunnen niet mee.')
  expect(dutch).toContain('Gelezen als windows-1252, gescheiden door een puntkomma. De kolomnamen staan op regel 2.')
  expect(dutch).toContain('“vrouwen, statushouders” is opgevat als grens: alleen vrouwen. Klopt dat?')
  const english = await open('supply.import', { params, lang: 'en' })
  expect(english).toContain('30 rows: 28 new and 2 refused.')
  expect(english).not.toMatch(/\{\{|import\.[a-z]+/i)
})

test('given a correction that was refused, then the row shows what was typed and what is wrong with it', async () => {
  const params = { importId: await start() }
  const fields = formFields(
    new Map([
      ['rowNumber', ['27']],
      ['back', ['outcome=refused']],
      ['texts.name', ['Koffie-uur']],
    ]),
  )
  const errors = [{ field: 'texts.name', code: 'characters', params: {} }]
  const form = { id: 'supply.correctRow', fields, errors, refusal: { ok: false, code: 'invalidInput' } } as const
  const html = await open('supply.import', { params, form })
  expect(html).toContain('value="Koffie-uur"')
  expect(html).toContain('href="#r27-texts.name"')
  expect(html).not.toContain('id="r1"')
})

test('given an offer of which not all was understood, then its page shows the words of the list beside it', async () => {
  await applied()
  const list = await open('supply.offers', { query: { text: 'fietsenmaker' } })
  const offerId = /\/aanbod\/([0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const html = await open('supply.offer', { params: { offerId } })
  expect(html).toContain('Maandag t/m vrijdag 8.30 - 16.30 uur')
  expect(html).toContain('Niet alles is begrepen. In de lijst staat: “ma-vr 8.30-16.30, ook halve dagen”')
  expect(html).toContain('Nederlands vanaf A2')
})

test('given a coach, then the supply can be read, nothing of it changed, and no list opened', async () => {
  const importId = await applied()
  const coach = await house.member(tenantId, 'coach')
  const html = await open('supply.offers', {}, coach)
  expect(html).toContain('Fietsles voor vrouwen')
  expect(html).not.toContain('Aanbod toevoegen')
  const offerId = /\/aanbod\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  expect(await open('supply.offer', { params: { offerId } }, coach)).not.toContain('Aanpassen')
  expect(await open('supply.import', { params: { importId } }, coach)).toBe('notFound')
  for (const id of ['supply.import', 'supply.imports', 'supply.newOffer', 'supply.editOffer', 'supply.doubles'])
    expect(pageNamed(id).who).toEqual(['beheer'])
})

test('given a municipality without supply, then the page teaches the first action to who can take it', async () => {
  expect(await open('supply.offers')).toContain('href="/aanbod/importeren"')
  const coach = await house.member(tenantId, 'coach')
  expect(await open('supply.offers', {}, coach)).toContain('De beheerder van de gemeente zet hier het aanbod neer.')
})

test('given a list that is being taken over, then the page shows how far it is, with a link for who has no JavaScript', async () => {
  const importId = await start()
  await house.owner.query(`update supply_import set state = 'applying', rows_total = 2000, rows_done = 250 where id = $1`, [
    importId,
  ])
  const html = await open('supply.import', { params: { importId } })
  expect(html).toContain('250 van 2.000 regels overgenomen')
  expect(html).toContain('Kijk hoe ver het is')
  expect((await house.runner.run(getImport, beheer, { importId })).ok).toBe(true)
})
