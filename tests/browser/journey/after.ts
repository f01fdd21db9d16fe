import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { noticeOf, press, send } from './hand.ts'

/** What was said last stands under Today, everything in the dossier. */
export const seeWhatHappened = async (page: Page, home: string, done: string, tried: string): Promise<void> => {
  await page.goto(new URL('/vandaag', home).href)
  const news = page.locator('.op-card').filter({ hasText: 'Wat er gebeurde' })
  const words = await news.innerText()
  expect(words).toMatch(new RegExp(`Lukte niet\\s+${tried}`))
  expect(words).toContain('Ik durfde niet naar binnen.')
  await press(page, news.getByRole('link', { name: tried }))
  expect(page.url()).toBe(home)
  expect(await page.locator('#gebeurd').innerText()).toContain(`Stap gelukt: ${done}`)
}

export const NOTE = 'Gebeld: trots op de eerste stap, binnen was te druk.'
const MOST_MS = 15_000

/** `n`, type, Tab to the button, Enter: no mouse, no list to search in. */
export const writeNote = async (page: Page, home: string): Promise<{ readonly ms: number; readonly keys: number }> => {
  await page.goto(home)
  await page.locator('h1').waitFor()
  const started = performance.now()
  await page.keyboard.press('n')
  await page.locator('textarea[name=words]:focus').waitFor()
  await page.keyboard.type(NOTE)
  let tabs = 0
  const saved = page.waitForEvent('load')
  for (; tabs < 6; tabs++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('button[type=submit]') ?? false)) break
  }
  await page.keyboard.press('Enter')
  await saved
  const ms = Math.round(performance.now() - started)
  expect(await noticeOf(page)).toBe('De notitie is bewaard.')
  expect(await page.locator('#gebeurd').innerText()).toContain(NOTE)
  expect(ms).toBeLessThan(MOST_MS)
  return { ms, keys: 1 + NOTE.length + tabs + 2 }
}

export const planReview = async (page: Page, home: string, day: string): Promise<void> => {
  await page.goto(home)
  const activate = page.locator('form').filter({ has: page.getByRole('button', { name: 'Traject starten' }) })
  if ((await activate.count()) > 0) await send(page, activate.first())
  await send(page, page.locator('form[action$="/evaluaties"]'), { plannedOn: day })
  expect(await noticeOf(page)).toBe('De evaluatie is gepland.')
}

/** The municipality reads state, dates and what is meant for it; not a word of the notes, the plan or the other agreements. */
export const seeAsDesk = async (
  page: Page,
  { origin, id, marked, hidden }: { origin: string; id: string; marked: string; hidden: readonly string[] },
): Promise<void> => {
  await page.goto(`${origin}/trajecten/${id}`)
  const words = await page.locator('main').innerText()
  for (const said of ['Nuray Aydin', 'Mirjam Kuipers', 'De Brug Welzijn', 'Begonnen', marked]) expect(words).toContain(said)
  const html = await page.content()
  for (const secret of hidden) expect(html).not.toContain(secret)
  expect((await page.goto(`${origin}/deelnemers/${id}`))?.status()).toBe(404)
}

/** A partner reads who comes, by first name. */
export const seeAsPartner = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/partner`)
  const card = page.locator('.op-card').filter({ hasText: 'Samen koken' }).first()
  expect(await card.innerText()).toContain('Nuray')
  const html = await page.content()
  for (const secret of ['Aydin', '1986', 'Lijsterkade', '06 55 01 77 20']) expect(html).not.toContain(secret)
}

/** For a stranger somebody else's dossier does not exist: the same answer, byte for byte but for what was asked, as for an id * that is nobody's. */
export const seeAsStranger = async (page: Page, origin: string, id: string): Promise<void> => {
  const nobody = '01890000-0000-7000-8000-000000000000'
  const bodyAt = async (path: string): Promise<readonly [number, string]> => {
    const answer = await page.context().request.get(`${origin}${path}`)
    const text = (await answer.text()).replaceAll(path.split('/').find(part => part.length === 36) ?? '', 'ID')
    return [answer.status(), text.replace(/name="_key" value="[^"]+"/g, '')]
  }
  for (const path of [
    '/deelnemers/ID',
    '/deelnemers/ID/gesprek',
    '/deelnemers/ID/afdrukken',
    '/api/v1/participants/ID/dossier',
  ]) {
    const [theirs, none] = await Promise.all([bodyAt(path.replace('ID', id)), bodyAt(path.replace('ID', nobody))])
    expect(theirs[0], path).toBe(404)
    expect(theirs, path).toEqual(none)
  }
  expect((await bodyAt('/deelnemers'))[1]).not.toContain('Nuray')
}
