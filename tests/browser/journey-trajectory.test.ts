import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, CalendarDay, dayIn } from '#kernel'
import { noticeOf, openWindows, press, send, type Windows } from './journey/hand.ts'
import { openProduct, type Product } from './product.ts'

/** What comes after the plan: looking back together, the advice at the end, and what the municipality makes of it. */
const LONGEST_MS = 180_000
let product: Product
let windows: Windows
beforeAll(async () => {
  product = await openProduct()
  windows = openWindows(product.visit, { viewport: { width: 1280, height: 900 } })
}, LONGEST_MS)
afterAll(async () => {
  await windows.end()
  await product.close()
})

const pageOf = async (name: string): Promise<Page> => (await windows.of(name)).page
const personCalled = async (name: string): Promise<string> => {
  const sql = `select p.participant_id as id from participant p where p.call_name = $1`
  const found = await product.owner.query<{ id: string }>(sql, [name])
  return found.rows[0]?.id ?? ''
}
const plannedEndOf = async (id: string): Promise<CalendarDay> => {
  const sql = `select planned_end_on::text as day from trajectory where participant_id = $1 and state = 'active'`
  const found = await product.owner.query<{ day: string }>(sql, [id])
  return CalendarDay.parse(found.rows[0]?.day)
}
const words = (page: Page): Promise<string> => page.locator('main').innerText()

const holdAReview = async (page: Page, home: string, today: CalendarDay): Promise<void> => {
  await page.goto(`${home}/evaluaties`)
  await send(page, page.locator('form[action$="/evaluaties/plannen"]'), { plannedOn: today })
  await press(page, page.locator('main').getByRole('link', { name: 'Evaluatie', exact: true }).first())
  await send(page, page.locator('form[action$="/eigen-woorden"]'), { words: 'Ik durf nu zelf te bellen.' })
  expect(await words(page)).toContain('Ik durf nu zelf te bellen.')
  const held = { goesOn: 'De woensdagochtend.', changes: 'Een keer alleen gaan.', nextOn: addDays(today, 90) }
  await send(page, page.locator('form[action$="/gehouden"]'), held)
  expect(await noticeOf(page)).toContain('De evaluatie is bewaard.')
  expect(await words(page)).toContain('Een keer alleen gaan.')
  await press(page, page.locator('[role=status] button[type=submit]'))
  expect(await page.locator('[name=goesOn]').inputValue()).toBe('De woensdagochtend.')
  await send(page, page.locator('form[action$="/gehouden"]'), { nextOn: addDays(today, 90) })
}

test(
  'from looking back together to an extension that the municipality agrees with',
  async () => {
    const today = dayIn(new Date())
    const id = await personCalled('Rosa')
    const home = `${product.origin}/deelnemers/${id}`
    const ends = await plannedEndOf(id)
    const coach = await pageOf('coach')
    await holdAReview(coach, home, today)

    await press(coach, coach.getByRole('link', { name: 'Schrijf het advies' }))
    const form = coach.locator('form[action$="/advies/bewaren"]')
    const sendIt = coach.getByRole('button', { name: 'Verstuur naar de gemeente' })
    expect(await form.locator('[name=summary]').inputValue()).toContain('Rosa begon op')
    await form.locator('[name=direction][value=extension]').check()
    await form.locator('[name=because]').fill('Met een half jaar erbij doet Rosa dit zelf.')
    await form.locator('[name=growth]').fill('')
    await form.locator('[name=extendUntil]').fill(addMonths(ends, 6))
    await press(coach, sendIt)
    expect(await coach.locator('.op-error-summary').innerText()).toContain('Noem welke groei te zien is')
    expect(await form.locator('[name=because]').inputValue()).toContain('Met een half jaar erbij')
    await form.locator('[name=growth]').fill('Rosa belt nu zelf.')
    await press(coach, sendIt)
    expect(await noticeOf(coach)).toBe('Het advies is verstuurd. De gemeente beslist.')

    const desk = await pageOf('serviceplein')
    await desk.goto(`${product.origin}/adviezen`)
    await press(desk, desk.getByRole('link', { name: /^Rosa / }))
    expect(await words(desk)).toContain('Rosa belt nu zelf.')
    await send(desk, desk.locator('form[action$="/besluit"]'), { decision: 'agreed', words: 'Mooi om te lezen.' })
    expect(await noticeOf(desk)).toContain('Uw besluit is vastgelegd.')

    await coach.goto(`${home}/advies`)
    expect(await words(coach)).toContain('De gemeente is het eens met dit advies.')
    expect(await plannedEndOf(id)).toBe(addMonths(ends, 6))
  },
  LONGEST_MS,
)

test(
  'from a warm hand-over to a work coach who opens a filled plan',
  async () => {
    const id = await personCalled('Rachid')
    const page = await pageOf('workcoach')
    await page.goto(`${product.origin}/aanmeldingen`)
    await press(page, page.getByRole('link', { name: /^Rachid / }))
    expect(await words(page)).toContain('Ik deel nu zelf de soep uit.')
    await press(page, page.locator('form[action$="/aannemen"] button[type=submit]'))
    await page.goto(`${product.origin}/deelnemers/${id}/evaluaties`)
    expect(await words(page)).toContain('Warme overdracht')
    expect(await words(page)).toContain('leest mee tot en met')
    await press(page, page.getByRole('link', { name: 'Plan het driegesprek' }))
    expect(await page.locator('#appointment-kind').inputValue()).toBe('threeWay')
    expect(await words(page)).toContain('Iets terugdoen in de soepkeuken')
  },
  LONGEST_MS,
)
