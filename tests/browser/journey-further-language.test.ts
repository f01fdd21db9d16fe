import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { press } from './journey/hand.ts'
import { PHONE, redThings } from './journey/phone.ts'
import { openProduct, type Product, type Visit } from './product.ts'

/** A language that is only files beside the product, with letters that no other page needs: the fixture says letters, not words. */
const LANGUAGES = join(import.meta.dirname, '../languages')
const NAME = 'ትግርኛ'
const ABOVE = 'ሀሁሂሃሄህሆ'
const DONE = 'ለሉሊላሌልሎ'
const THANKS = 'ሐሑሒሓሔሕሖ'
const LONGEST_MS = 240_000

let product: Product
const visits: Visit[] = []
beforeAll(async () => {
  product = await openProduct(LANGUAGES)
}, LONGEST_MS)
afterAll(async () => {
  await Promise.all(visits.map(visit => visit.end()))
  await product.close()
})

const chooseLanguage = async (page: Page): Promise<void> => {
  await page.locator('.op-language-menu summary').click()
  const link = page.locator('.op-language-menu').getByRole('link', { name: NAME, exact: true })
  expect(await link.getAttribute('lang')).toBe('ti')
  await press(page, link)
}

/** The letters that stand there come from the font that has them, not from whatever the phone has. */
const fontsLoaded = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', ''))
  })

test.each([
  ['with scripts', true],
  ['without scripts', false],
])(
  'the first step is ticked in Tigrinya on a phone of 360 px, %s',
  async (_how, javaScriptEnabled) => {
    const visit = await product.visit({ ...PHONE, javaScriptEnabled })
    visits.push(visit)
    await visit.signIn('deelnemer')
    const { page } = visit
    await page.goto(`${product.origin}/mijn`)
    await chooseLanguage(page)

    const html = page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ti', 'ltr'])
    expect(await page.locator('main').innerText()).toContain(ABOVE)
    // What nobody translated stays Dutch, and is there.
    expect(await page.getByRole('link', { name: 'Het lukte niet' }).isVisible()).toBe(true)
    expect(await fontsLoaded(page)).toContain('Noto Sans Ethiopic')
    const step = await page.locator('h1').innerText()
    const button = page.getByRole('button', { name: DONE })
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await press(page, button)

    expect(await page.locator('h1').innerText()).toContain(THANKS)
    expect(await page.locator('main').innerText()).toContain(step)
    expect(await redThings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(visit.complaints).toEqual([])
    // Taken back, so that the next phone finds the same step.
    await press(page, page.locator('form#desk\\.undoMyStep button'))
    expect(await page.locator('h1').innerText()).toBe(step)
  },
  LONGEST_MS,
)
