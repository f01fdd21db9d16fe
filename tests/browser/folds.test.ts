import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProduct, type Product, type Visit } from './product.ts'
import { addressOf } from './samples.ts'

/** What is folded in a dossier is one tap or one address away, and a phone has one row of tabs. */
let product: Product
let coach: Visit
let dossier: string

beforeAll(async () => {
  product = await openProduct()
  coach = await product.visit({ viewport: { width: 360, height: 780 } })
  await coach.signIn('coach')
  dossier = `${product.origin}${await addressOf(product, '/deelnemers/:participantId')}`
}, 240_000)
afterAll(async () => {
  await coach.end()
  await product.close()
})

test('a deep link to a goal that is folded opens it', async () => {
  const { page } = coach
  await page.goto(dossier)
  const folded = await page.locator('details.op-goal--folded').first().getAttribute('id')
  await page.goto(`${dossier}#${folded}`)
  await page.reload()
  expect(await page.locator(`#${folded}`).evaluate(fold => (fold as HTMLDetailsElement).open)).toBe(true)
})

test('the tabs are one row that can be pushed aside, with the current one in sight, and the page itself does not scroll sideways', async () => {
  const { page } = coach
  await page.goto(`${dossier}/tijdlijn`)
  const row = page.locator('.op-tabs ul').first()
  expect((await row.boundingBox())?.height).toBeLessThan(70)
  const current = await page.locator('.op-tabs [aria-current]').first().boundingBox()
  expect(current?.x).toBeGreaterThanOrEqual(0)
  expect((current?.x ?? 0) + (current?.width ?? 0)).toBeLessThanOrEqual(360)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('one more step opens in place, and what was typed in the first is still there; without a script as well', async () => {
  const plain = await product.visit({ javaScriptEnabled: false, storageState: await coach.page.context().storageState() })
  const { page } = plain
  await page.goto(`${dossier}/gesprek/stappen`)
  const more = page.locator('summary', { hasText: 'Nog een stap afspreken' })
  if ((await more.count()) > 0) await more.click()
  await page.locator('[name="steps.0.title"]').fill('Koffie drinken')
  expect(await page.locator('[name="steps.1.title"]').isVisible()).toBe(false)
  await page
    .locator('summary', { hasText: /^Nog een stap$/ })
    .first()
    .click()
  expect(await page.locator('[name="steps.1.title"]').isVisible()).toBe(true)
  expect(await page.locator('[name="steps.0.title"]').inputValue()).toBe('Koffie drinken')
  await plain.end()
})

test('the dossier stays short', async () => {
  const { page } = coach
  await page.goto(dossier)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000)
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2_700)
})
