/**
 * Makes the pictures of docs/guide/ from a running trial: npm run pictures -- http://127.0.0.1:3000
 * It looks, and leaves one list of supply in preview in the second municipality.
 */
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { ensureChromium } from './browser.mjs'

const root = join(import.meta.dirname, '..')
const origin = process.argv[2] ?? 'http://127.0.0.1:3000'
const PASSWORD = 'opstap-demo'
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 780 }

interface Picture {
  readonly name: string
  readonly who: string
  readonly phone?: true
  /** From the page after signing in to what is to be seen. */
  readonly walk: (page: Page) => Promise<unknown>
}

const go = (path: string) => (page: Page) => page.goto(`${origin}${path}`)
const follow = (page: Page, selector: string) => page.locator(selector).first().click()
const toSelam = async (page: Page): Promise<void> => {
  await page.goto(`${origin}/deelnemers?q=selam`)
  await follow(page, 'main a[href^="/deelnemers/"]')
  await page.waitForURL(/\/deelnemers\/[\da-f-]{36}$/)
}
const ofSelam = (tab: string) => async (page: Page) => {
  await toSelam(page)
  await page.goto(`${page.url()}/${tab}`)
}

const pictures: readonly Picture[] = [
  { name: 'vandaag', who: 'coach@demo.opstap.test', walk: go('/vandaag') },
  { name: 'dossier', who: 'coach@demo.opstap.test', walk: toSelam },
  {
    name: 'gesprek',
    who: 'coach@demo.opstap.test',
    walk: async page => {
      await toSelam(page)
      await page.goto(`${page.url()}/gesprek`)
    },
  },
  {
    name: 'aanbod-zoeken',
    who: 'coach@demo.opstap.test',
    walk: async page => {
      await toSelam(page)
      // The goal that it stands at is folded.
      await page.goto(`${origin}${await page.locator('a[href$="/aanbod"][href*="/doelen/"]').first().getAttribute('href')}`)
    },
  },
  { name: 'intake', who: 'coach@demo.opstap.test', walk: ofSelam('intake') },
  { name: 'traject-coach', who: 'coach@demo.opstap.test', walk: ofSelam('traject') },
  { name: 'instrumenten', who: 'coach@demo.opstap.test', walk: ofSelam('instrumenten') },
  { name: 'wiel', who: 'coach@demo.opstap.test', walk: ofSelam('wiel') },
  { name: 'werk', who: 'coach@demo.opstap.test', walk: ofSelam('werk') },
  {
    name: 'evaluatie',
    who: 'coach@demo.opstap.test',
    walk: async page => {
      await ofSelam('evaluaties')(page)
      await follow(page, 'main a[href*="/evaluaties/"]')
    },
  },
  { name: 'tijdlijn', who: 'coach@demo.opstap.test', walk: ofSelam('tijdlijn') },
  { name: 'adviezen', who: 'serviceplein@demo.opstap.test', walk: go('/adviezen') },
  { name: 'beleid', who: 'beleid@demo.opstap.test', walk: go('/beleid/wiel') },
  { name: 'bedragen', who: 'beheer@demo.opstap.test', walk: go('/beheer/bedragen') },
  { name: 'stap', who: 'deelnemer@demo.opstap.test', phone: true, walk: go('/mijn') },
  { name: 'mijn-web', who: 'deelnemer@demo.opstap.test', phone: true, walk: go('/mijn/web') },
  { name: 'mijn-week', who: 'deelnemer@demo.opstap.test', phone: true, walk: go('/mijn/week') },
  { name: 'inzage', who: 'deelnemer@demo.opstap.test', phone: true, walk: go('/mijn/inzage') },
  { name: 'aanmelden', who: 'serviceplein@demo.opstap.test', walk: go('/aanmeldingen/nieuw') },
  {
    name: 'traject',
    who: 'serviceplein@demo.opstap.test',
    walk: async page => {
      await page.goto(`${origin}/aanmeldingen?staat=aangenomen`)
      await page.getByRole('link', { name: 'Selam Tesfay' }).first().click()
      await page.getByRole('link', { name: 'Hoe het traject loopt' }).click()
    },
  },
  { name: 'partner', who: 'partner@demo.opstap.test', walk: go('/partner') },
  {
    name: 'inlezen',
    who: 'beheer@anders.opstap.test',
    walk: async page => {
      await page.goto(`${origin}/aanbod/importeren`)
      await page.locator('input[type=file]').setInputFiles(join(root, 'src/supply/test-fixtures/aanbod-voorbeeld.csv'))
      await page.getByRole('button', { name: 'Lijst lezen' }).click()
      const rows = await page.getByRole('heading', { name: 'Regels' }).boundingBox()
      await page.mouse.wheel(0, rows?.y ?? 0)
    },
  },
]

const signIn = async (context: BrowserContext, who: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${origin}/aanmelden?lang=nl`)
  await page.locator('input[name=email]').first().fill(who)
  const password = page.locator('input[name=password]:not([type=hidden])')
  await password.fill(PASSWORD)
  await password.press('Enter')
  await page.waitForURL(url => !url.pathname.startsWith('/aanmelden'))
  return page
}

const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const { name, who, phone, walk } of pictures) {
    const context = await browser.newContext({ viewport: phone ? PHONE : DESK, reducedMotion: 'reduce', locale: 'nl-NL' })
    const page = await signIn(context, who)
    await walk(page)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(root, 'docs/guide', `${name}.png`) })
    process.stdout.write(`docs/guide/${name}.png\n`)
    await context.close()
  }
} finally {
  await browser.close()
}
