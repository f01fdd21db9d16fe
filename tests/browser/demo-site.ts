import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import pg from 'pg'
import { projectRoot } from '#platform'
import { findChromium } from '../../scripts/browser.mjs'
import { compose } from '../../src/shell/compose.ts'
import { createDemoDatabase, type DatabaseServer, SECRET } from './demo-database.ts'

const DEMO_PASSWORD = 'opstap-demo'

/** The product with its demo data on a port of its own, and a real browser. */
export interface Demo {
  readonly origin: string
  readonly browser: Browser
  /** Superuser: to look up addresses and to look behind the pages. */
  readonly owner: pg.Pool
  /** A page of a fresh visitor; console errors and refused content are gathered. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>
  readonly close: () => Promise<void>
}

export interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly signIn: (name: string) => Promise<void>
  readonly end: () => Promise<void>
}

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `HEADED=1` opens a window and goes at a pace that eyes can follow. */
const WATCHED = process.env['HEADED'] === '1' ? { headless: false, slowMo: 350 } : {}

const requireBuild = (): void => {
  if (!existsSync(join(projectRoot(), 'dist', 'manifest.json'))) throw new Error('Build first: npm run build')
}

/** `coach` → coach@demo.opstap.test; a whole address is taken as it is. */
const emailOf = (name: string): string => (name.includes('@') ? name : `${name}@demo.opstap.test`)

const signIn = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(`${origin}/aanmelden`)
  await page.locator('input[name=email]').first().fill(emailOf(name))
  await page.locator('input[name=password]:not([type=hidden])').fill(DEMO_PASSWORD)
  await page.locator('form:has(input[name=password]:not([type=hidden])) button[type=submit]').first().click()
  await page.waitForURL(url => !url.pathname.startsWith('/aanmelden'))
}

export const openDemo = async (server: DatabaseServer, languagesDir?: string): Promise<Demo> => {
  requireBuild()
  const database = await createDemoDatabase(server)
  const quiet = (): void => undefined
  const composed = await compose({
    appUrl: database.appUrl,
    secret: SECRET,
    demo: true,
    origin: 'http://127.0.0.1',
    configuredOrigin: undefined,
    poolSize: 4,
    smtpUrl: undefined,
    mailFrom: 'opstap@localhost',
    ...(languagesDir === undefined ? {} : { languagesDir }),
    log: line => void process.stderr.write(`${line}\n`),
  })
  await composed.start()
  const origin = await composed.app.listen({ host: '127.0.0.1', port: 0 })
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium: run node scripts/browser.mjs')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, ...WATCHED })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  owner.on('error', quiet)

  const visit: Demo['visit'] = async (options = {}) => {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      ...options,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${page.url()})`)
    })
    page.on('pageerror', error => complaints.push(`${error.message} (${page.url()})`))
    return { page, complaints, signIn: name => signIn(page, origin, name), end: () => context.close() }
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await composed.stop()
    await owner.end()
    await database.drop()
  }
  return { origin, browser, owner, visit, close }
}

/** axe's source, for pages whose content policy forbids what a helper library would inject. */
export const axePath = (): string => createRequire(import.meta.url).resolve('axe-core/axe.min.js')
