import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProduct, type Product, type Visit } from './product.ts'

/** What people print is meant for paper: it fits on the sheets that it promises. */
let product: Product
let visit: Visit

beforeAll(async () => {
  product = await openProduct()
  visit = await product.visit()
  await visit.signIn('deelnemer')
}, 240_000)
afterAll(async () => {
  await visit.end()
  await product.close()
})

const sheetsOf = async (page: Page, address: string): Promise<number> => {
  await page.goto(`${product.origin}${address}`)
  const pdf = await page.pdf({ format: 'A4' })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test.each([
  ['the plan', '/mijn/plan/afdrukken', 1],
  ['the wheel with who does what', '/mijn/wiel', 1],
  ['everything that is known of somebody with a year behind', '/mijn/gegevens/alles', 12],
])('%s (%s) is at most %i sheets of A4, in each language', async (_what, address, most) => {
  for (const lang of ['nl', 'en', 'ar']) {
    const sheets = await sheetsOf(visit.page, `${address}?lang=${lang}`)
    expect(sheets, `${address} in ${lang}`).toBeGreaterThan(0)
    expect(sheets, `${address} in ${lang}`).toBeLessThanOrEqual(most)
  }
})
