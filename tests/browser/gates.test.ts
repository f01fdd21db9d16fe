import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyPage } from '#platform'
import { pages } from '../../src/shell/modules.ts'
import { axePath, openProduct, type Product, type Visit } from './product.ts'
import { addressOf } from './samples.ts'

/** The gates that every page passes; a page joins this list by being a page of the product. */
const STAFF_JS_BYTES = 40_000
const PARTICIPANT_JS_BYTES = 10_000
const CSS_BYTES = 20_000
const NARROWEST = { width: 320, height: 640 }

let product: Product
const visits = new Map<string, Visit>()

beforeAll(async () => {
  product = await openProduct()
}, 180_000)
afterAll(async () => {
  await Promise.all([...visits.values()].map(visit => visit.end()))
  await product.close()
})

/** `participant` signs in as deelnemer@; every other role's sign-in bears its name. A page for both is held as both see it. */
const peopleFor = (page: AnyPage): readonly string[] => {
  if (page.who === 'public') return ['nobody']
  const staff = page.who.find(role => role !== 'participant')
  return [...(staff === undefined ? [] : [staff]), ...(page.who.includes('participant') ? ['deelnemer'] : [])]
}

const visitAs = async (who: string, javaScript = true): Promise<Visit> => {
  const key = `${who} ${javaScript}`
  const known = visits.get(key)
  if (known !== undefined) return known
  const visit = await product.visit({ javaScriptEnabled: javaScript })
  if (who !== 'nobody') await visit.signIn(who)
  visits.set(key, visit)
  return visit
}

interface Violation {
  readonly id: string
  readonly nodes: readonly string[]
}

/** axe on the page as it stands: violations, and contrasts that it could not work out (the wheel's words are computed elsewhere). */
const axe = async (page: Page): Promise<readonly Violation[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<Record<'violations' | 'incomplete', { id: string; nodes: { target: unknown[]; html: string }[] }[]>>
      }
    }
    const result = await tool.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    const unclear = result.incomplete
      .filter(found => found.id === 'color-contrast')
      .map(found => ({ ...found, nodes: found.nodes.filter(node => !/^<(text|tspan|textPath)\b/i.test(node.html)) }))
      .filter(found => found.nodes.length > 0)
    return [...result.violations, ...unclear].map(found => ({
      id: found.id,
      nodes: found.nodes.map(node => `${String(node.target)} ${node.html.slice(0, 160)}`),
    }))
  })
}
const axeSource = readFileSync(axePath(), 'utf8')

const scrollsSideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const isStaff = (who: string): boolean => who !== 'nobody' && who !== 'deelnemer'
const languagesOf = (who: string): readonly string[] => (isStaff(who) ? ['nl', 'en'] : ['nl', 'en', 'ar'])

const withLanguage = (address: string, language: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${language}`

const cases = pages.flatMap(page => peopleFor(page).map(who => [page.id, who, page] as const))

describe.each(cases)('%s as %s', (_id, who, definition) => {
  test('axe finds nothing, in each language and in the dark', async () => {
    const visit = await visitAs(who)
    const { page } = visit
    const address = await addressOf(product, definition.path)
    const before = visit.complaints.length
    await page.setViewportSize({ width: 1280, height: 900 })
    for (const language of languagesOf(who)) {
      await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light', reducedMotion: 'reduce' })
      const answer = await page.goto(`${product.origin}${withLanguage(address, language)}`)
      expect(answer?.status(), `${address} in ${language}`).toBe(200)
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      expect(await page.locator('h1').count(), 'one title').toBe(1)
      expect(await axe(page), `${address} in ${language}`).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    expect(visit.complaints.slice(before)).toEqual([])
  })

  test('nothing sticks out at 320 px', async () => {
    const { page } = await visitAs(who)
    const address = await addressOf(product, definition.path)
    await page.setViewportSize(NARROWEST)
    for (const language of languagesOf(who)) {
      await page.goto(`${product.origin}${withLanguage(address, language)}`)
      expect(await scrollsSideways(page), `${address} in ${language}`).toBe(0)
    }
    await page.goto(`${product.origin}${withLanguage(address, 'nl')}`)
  })

  test('it is all there without JavaScript', async () => {
    const { page } = await visitAs(who, false)
    const answer = await page.goto(`${product.origin}${withLanguage(await addressOf(product, definition.path), 'nl')}`)
    expect(answer?.status()).toBe(200)
    expect(await page.locator('main h1').isVisible()).toBe(true)
    const buttons = await page.locator('main button:not([type=submit])').count()
    expect(buttons, 'a button that only a script could answer').toBe(0)
    for (const form of await page.locator('main form').all()) {
      expect(await form.getAttribute('action'), 'every form goes somewhere').toMatch(/^\//)
    }
  })

  test('everything can be reached with the keyboard', async () => {
    const { page } = await visitAs(who)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${product.origin}${await addressOf(product, definition.path)}`)
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
        .filter(element => element.checkVisibility() && !element.hasAttribute('disabled'))
        .filter(element => element.tabIndex < 0 && element.closest('[tabindex="-1"]') === null)
        .map(element => element.outerHTML.slice(0, 120)),
    )
    expect(unreachable).toEqual([])
    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => document.activeElement?.tagName)
    expect(first).not.toBe('BODY')
  })

  test('script and style stay within the budget', async () => {
    const { page } = await visitAs(who)
    await page.goto(`${product.origin}${await addressOf(product, definition.path)}`)
    const bytesOf = async (selector: string, attribute: string): Promise<number> => {
      const urls = await page
        .locator(selector)
        .evaluateAll((elements, name) => elements.map(element => element.getAttribute(name) ?? ''), attribute)
      const sizes = await Promise.all(
        urls.map(async url => gzipSync(Buffer.from(await (await fetch(`${product.origin}${url}`)).arrayBuffer())).length),
      )
      return sizes.reduce((sum, size) => sum + size, 0)
    }
    expect(await bytesOf('script[src]', 'src')).toBeLessThanOrEqual(isStaff(who) ? STAFF_JS_BYTES : PARTICIPANT_JS_BYTES)
    expect(await bytesOf('link[rel=stylesheet]', 'href')).toBeLessThanOrEqual(CSS_BYTES)
    expect(await page.locator('[style], script:not([src]), style').count(), 'inline style or script').toBe(0)
  })
})
