import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindows, type Windows } from './journey/hand.ts'
import { openProduct, type Product } from './product.ts'

/** What goes on paper is printed by the browser: on one A4, with nothing cut. */
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

/** A4, and the margins that the print style sets. */
const A4_MM = { width: 210, height: 297 }
const MARGINS_MM = 2 * 14
const dots = (mm: number): number => Math.round((mm / 25.4) * 96)

const pagesOf = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

/** Words that stick out of what holds them, or that something hides, as the printer lays them out. */
const cutOf = async (page: Page): Promise<readonly string[]> => {
  const before = page.viewportSize() ?? A4_MM
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: dots(A4_MM.width - MARGINS_MM), height: dots(A4_MM.height) })
  const cut = await page.locator('.op-sheet').evaluate(sheet =>
    [sheet, ...sheet.querySelectorAll('*')]
      .filter(part => {
        if (part instanceof SVGElement || part.closest('svg') !== null || part.getClientRects().length === 0) return false
        const { overflowX, overflowY } = getComputedStyle(part)
        const isWide = part.scrollWidth > part.clientWidth + 1 && (part === sheet || overflowX !== 'visible')
        const isHigh = part.scrollHeight > part.clientHeight + 1 && overflowY !== 'visible'
        const sticksOut = part.getBoundingClientRect().right > sheet.getBoundingClientRect().right + 1
        return part.clientWidth > 0 && (isWide || isHigh || sticksOut)
      })
      .map(part => `${part.tagName}.${part.className}: ${part.textContent.slice(0, 40)}`),
  )
  await page.emulateMedia({ media: null })
  await page.setViewportSize(before)
  return cut
}

const expectOneWholeSheet = async (page: Page): Promise<void> => {
  expect(await page.locator('.op-sheet h1').count(), page.url()).toBe(1)
  expect(await cutOf(page), page.url()).toEqual([])
  expect(await pagesOf(page), page.url()).toBe(1)
}

test(
  'each advice that the municipality got, with the goals, the own words beside it and the answer',
  async () => {
    const desk = await pageOf('serviceplein')
    await desk.goto(`${product.origin}/adviezen`)
    const addresses = await desk
      .locator('main a[href^="/adviezen/"]')
      .evaluateAll(links => [...new Set(links.map(link => link.getAttribute('href') ?? ''))])
    expect(addresses.length).toBeGreaterThan(1)
    for (const address of addresses) {
      await desk.goto(`${product.origin}${address}/afdrukken`)
      await expectOneWholeSheet(desk)
    }
  },
  LONGEST_MS,
)

test(
  'the advice and the plan of the coach, the plan of the participant, also in a language from right to left',
  async () => {
    const coach = await pageOf('coach')
    await coach.goto(`${product.origin}/deelnemers?q=Emine`)
    const home = await coach.locator('main a[href^="/deelnemers/"]').first().getAttribute('href')
    for (const sheet of ['advies/afdrukken', 'afdrukken']) {
      await coach.goto(`${product.origin}${home?.split('?')[0]}/${sheet}`)
      await expectOneWholeSheet(coach)
    }
    const person = await pageOf('deelnemer')
    for (const lang of ['nl', 'ar']) {
      await person.goto(`${product.origin}/mijn/plan/afdrukken?lang=${lang}`)
      await expectOneWholeSheet(person)
    }
  },
  LONGEST_MS,
)
