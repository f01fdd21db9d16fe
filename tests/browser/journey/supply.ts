import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fillIn, formOf, noticeOf, press, send } from './hand.ts'

const LIST = readFileSync(new URL('../../../src/supply/test-fixtures/aanbod-voorbeeld.csv', import.meta.url))
const FILE = 'aanbod-voorbeeld.csv'

const upload = async (page: Page, origin: string, bytes: Buffer, name = FILE): Promise<void> => {
  await page.goto(`${origin}/aanbod/importeren`)
  const form = formOf(page, '/aanbod/importeren')
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes })
  await send(page, form)
  expect(new URL(page.url()).pathname).toMatch(/^\/aanbod\/importeren\/[0-9a-f-]{36}$/)
}

/** The counts on the tabs, by their words. */
const tabs = async (page: Page, label: string): Promise<Readonly<Record<string, number>>> => {
  const links = await page.getByRole('navigation', { name: label }).locator('a').allInnerTexts()
  return Object.fromEntries(links.map(text => [text.replace(/\s*\d+$/, '').trim(), Number(/(\d+)\s*$/.exec(text)?.[1])]))
}

const openTab = (page: Page, name: string): Promise<void> =>
  press(
    page,
    page.getByRole('navigation', { name: 'Hoe goed het is gelezen' }).getByRole('link', { name: new RegExp(`^${name}`) }),
  )

const MAPPING = {
  0: 'number',
  1: 'name',
  2: 'organisation',
  7: 'times',
  11: 'capacity',
  12: 'free',
  13: 'cost',
  20: 'remarks',
} as const

const howItWasRead = async (page: Page): Promise<void> => {
  const words = await page.locator('main').innerText()
  expect(words).toContain('Gelezen als windows-1252, gescheiden door een puntkomma. De kolomnamen staan op regel 2.')
  expect(words).toContain('Aanbod participatie gemeente Veenrijk (fictief voorbeeld), export uit Excel')
  await page.getByText('Wat elke kolom betekent').first().click()
  for (const [column, meaning] of Object.entries(MAPPING))
    expect(await page.locator(`select[name="columns.${column}"]`).inputValue(), `column ${column}`).toBe(meaning)
}

/** The proposed meaning of a column is corrected, and put back: the rows are read anew each time. */
const correctTheMapping = async (page: Page): Promise<void> => {
  const readAgain = page.getByRole('button', { name: 'Opnieuw lezen' })
  const form = page.locator('form#supply\\.setMapping')
  await fillIn(form, { 'columns.13': '' })
  await press(page, readAgain)
  expect(await noticeOf(page)).toBe('De lijst is opnieuw gelezen.')
  expect(await page.locator('main').innerText()).not.toContain('“indicatie” is opgevat als: alleen met een indicatie')
  await fillIn(form, { 'columns.13': 'cost' })
  await press(page, readAgain)
  expect(await page.locator('main').innerText()).toContain('“indicatie” is opgevat als: alleen met een indicatie')
}

const outcomesWithReasons = async (page: Page): Promise<void> => {
  const counts = await tabs(page, 'Hoe goed het is gelezen')
  expect(counts).toEqual({ Alles: 30, 'Goed gelezen': 4, Verbeterd: 8, Twijfel: 16, 'Kan niet mee': 2, 'Dubbel?': 1 })
  await openTab(page, 'Twijfel')
  const doubtful = await page.locator('main').innerText()
  expect(doubtful).toContain('“do 13.00-15.30 (6 wkn)” duurt een beperkte tijd, maar er staat niet bij wanneer het begint.')
  expect(doubtful).toContain('In “in overleg, 4-16 uur p/w” staan geen vaste dagen. De tekst blijft staan.')
  await openTab(page, 'Verbeterd')
  expect(await page.locator('main').innerText()).toContain('Postcode “2451AC” is geschreven als 2451 AC.')
  await openTab(page, 'Kan niet mee')
  const refused = await page.locator('main').innerText()
  expect(refused).toContain('nr 27')
  expect(refused).toContain('<script>alert(1)</script>')
}

/** Row 27 came without a name: it gets one where it stands, and can come along. */
const correctRow27 = async (page: Page): Promise<void> => {
  await openTab(page, 'Kan niet mee')
  const card = page.locator('.op-card').filter({ hasText: 'nr 27' }).first()
  const correct = card.locator('form').filter({ has: page.locator('[name="texts.name"]') })
  await send(page, correct, { 'texts.name': 'Koffie met de buren' })
  expect(await noticeOf(page)).toBe('De regel is opnieuw gelezen.')
  expect((await tabs(page, 'Hoe goed het is gelezen'))['Kan niet mee']).toBe(1)
}

/** One pair is asked about: rows 17 and 18. The gardens and the workshops differ in who pays for them, and are left alone. */
const mergeTheDouble = async (page: Page): Promise<void> => {
  await openTab(page, 'Dubbel\\?')
  const words = await page.locator('main').innerText()
  expect(words.match(/Is dit hetzelfde\?/g)).toHaveLength(1)
  expect(words).toContain('Buurthuis t Anker · nr 18')
  for (const name of ['Tuinderij', 'Tuingroep', 'Buurttuin', 'Houtwerkplaats', 'Hout & Metaal']) expect(words).not.toContain(name)
  await press(page, page.getByRole('button', { name: /^Samenvoegen/ }))
  expect(await page.locator('main').innerText()).toContain('Je voegt ze samen tot één aanbod.')
}

const takeOver = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('button', { name: 'Overnemen' }))
  await page.getByRole('heading', { name: 'Dit is ermee gebeurd' }).waitFor()
}

export const countOffers = async (page: Page, origin: string): Promise<number> => {
  await page.goto(`${origin}/aanbod`)
  return Number(/(\d+) mogelijkhe/.exec(await page.locator('main').innerText())?.[1])
}

/** A municipality without supply reads the list as it keeps it. */
export const importAsItIs = async (page: Page, origin: string): Promise<void> => {
  expect(await countOffers(page, origin)).toBeNaN()
  await upload(page, origin, LIST)
  await howItWasRead(page)
  await correctTheMapping(page)
  await outcomesWithReasons(page)
  await correctRow27(page)
  await mergeTheDouble(page)
  await takeOver(page)
  const result = await page.locator('main').innerText()
  for (const said of ['Toegevoegd: 28', 'Samengevoegd: 1', 'Niet meegenomen: 1']) expect(result).toContain(said)
  expect(await countOffers(page, origin)).toBe(28)
  await upload(page, origin, LIST)
  const again = await page.locator('main').innerText()
  expect(again).toContain('30 regels: 29 zonder verandering en 1 kan niet mee.')
  expect(again).toContain('Er is niets nieuws en niets veranderd.')
  await takeOver(page)
  expect(await countOffers(page, origin)).toBe(28)
}

const COPIES = 1_000

/** A long list goes on behind the page, which tells how far it is; nobody has to wait for it. */
export const watchALongList = async (page: Page, origin: string): Promise<void> => {
  const rows = Array.from({ length: COPIES }, (_, i) => `${i + 1};Wandelen in wijk ${i + 1};Buurtvereniging;activiteit;gratis`)
  const list = ['Nr;Naam;Organisatie;Soort;Kosten', ...rows].join('\r\n')
  await upload(page, origin, Buffer.from(list), 'lang.csv')
  await press(page, page.getByRole('button', { name: 'Overnemen' }))
  const progress = page.getByText(new RegExp(`van 1\\.000 regels overgenomen`)).first()
  expect(await progress.innerText()).toMatch(/^\d+ van 1\.000/)
  await page.getByRole('heading', { name: 'Dit is ermee gebeurd' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('Toegevoegd: 1000')
}

const nextEdition = (): Buffer => {
  const sewing =
    "31;Naaien met buren;Buurthuis 't Anker;activiteit;Samen kleding maken;iedereen;geen;di 9.30-11.30;Ankerplein 2;2451 EE;Veenrijk;8;8;gratis;NL, Turks;F. Yilmaz;;;;5-11-2026;"
  const text = LIST.toString('latin1')
  return Buffer.from(`${text.replace('14;1;3 euro;NL, Turks', '14;1;3,50;NL, Turks').trimEnd()}\r\n${sewing}\r\n`, 'latin1')
}

/** The municipality of the story reads the next edition of its list: what changed is shown, nothing is doubled. */
export const importNextEdition = async (page: Page, origin: string): Promise<void> => {
  const before = await countOffers(page, origin)
  await upload(page, origin, nextEdition())
  expect(await page.locator('main').innerText()).toContain(
    '31 regels: 1 nieuw, 1 veranderd, 27 zonder verandering en 2 kunnen niet mee.',
  )
  await press(page, page.getByRole('navigation', { name: 'Wat er gebeurt' }).getByRole('link', { name: /^Veranderd/ }))
  const changed = await page.locator('main').innerText()
  expect(changed).toMatch(/Kosten\s+3 euro\s+3,50|€ 3[\s\S]*€ 3,50/)
  await takeOver(page)
  expect(await countOffers(page, origin)).toBe(before + 1)
}

/** What stands twice in the supply is one offer after merging; overlaps between who pays are never asked about. */
export const mergeStoredDouble = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/aanbod/dubbel`)
  const words = await page.locator('main').innerText()
  for (const name of ['Tuinderij', 'Tuingroep', 'Buurttuin', 'Hout']) expect(words).not.toContain(name)
  const card = page.locator('.op-card').filter({ hasText: 'Buurthuis t Anker' }).first()
  const before = await page.locator('form[action$="/samenvoegen"]').count()
  await press(page, card.getByRole('button', { name: 'Samenvoegen' }).first())
  await page.goto(`${origin}/aanbod/dubbel`)
  expect(await page.locator('form[action$="/samenvoegen"]').count()).toBe(before - 1)
}
