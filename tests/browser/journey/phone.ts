import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { press, send } from './hand.ts'

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const

/** The coach gives the person an own sign-in; a mail tells how. */
export const invite = async (page: Page, home: string, email: string): Promise<void> => {
  await page.goto(home)
  const form = page.locator('form[action$="/uitnodiging"], form#desk\\.invite').first()
  await send(page, form, { email, language: 'nl' })
  expect(await page.locator('[role=status]').first().innerText()).toContain('De uitnodiging is verstuurd.')
}

const MAIL_TRIES = 40
const MAIL_WAIT_MS = 250

/** The newest code that was mailed to this address, as the trial installation shows it. */
export const mailedCode = async (page: Page, origin: string, email: string): Promise<string> => {
  for (let tries = 0; tries < MAIL_TRIES; tries++) {
    await page.goto(`${origin}/demo/post`)
    const mails = await page.locator('.op-card').filter({ hasText: email }).allInnerTexts()
    const code = mails.map(words => /\b(\d{6})\b/.exec(words)?.[1]).find(found => found !== undefined)
    if (code !== undefined) return code
    await page.waitForTimeout(MAIL_WAIT_MS)
  }
  throw new Error(`No mail with a code for ${email}`)
}

export const signInWithCode = async (page: Page, origin: string, email: string): Promise<void> => {
  await page.goto(`${origin}/aanmelden`)
  await press(page, page.locator('a[href^="/aanmelden/code"]').first())
  await send(page, page.locator('main form[action="/aanmelden/code"]'), { email })
  const entry = page.url()
  const code = await mailedCode(page, origin, email)
  await page.goto(entry)
  await send(page, page.locator('main form[action="/aanmelden/code/invullen"]'), { code })
  expect(new URL(page.url()).pathname).toBe('/mijn')
}

/** Nothing on the page has the colour of an alarm. */
export const redThings = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (canvas === null) throw new Error('no canvas')
    const isRed = (colour: string): boolean => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
      const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)]
      if (a < 30 || high !== r || high - low < 60) return false
      const hue = (60 * (g - b)) / (high - low)
      return Math.abs(hue) < 14
    }
    const painted = ['color', 'backgroundColor', 'borderTopColor', 'borderLeftColor', 'outlineColor', 'fill', 'stroke'] as const
    return [...document.querySelectorAll('body, body *')].flatMap(element => {
      const style = getComputedStyle(element)
      return painted
        .filter(name => !(name.startsWith('border') && style.borderTopWidth === '0px' && style.borderLeftWidth === '0px'))
        .filter(name => style[name] !== '' && style[name] !== 'none' && isRed(style[name]))
        .map(name => `${element.tagName}.${element.getAttribute('class') ?? ''} ${name} ${style[name]}`)
    })
  })

export interface Step {
  readonly title: string
  readonly recognition: string
}

/** One tap, and what was agreed for it is there. */
export const takeFirstStep = async (page: Page, step: Step): Promise<void> => {
  expect(await page.locator('h1').innerText()).toBe(step.title)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  const button = page.getByRole('button', { name: 'Ik heb het gedaan' })
  const box = await button.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  const arrived = page.waitForEvent('load')
  await button.tap()
  await arrived
  expect(await page.locator('h1').innerText()).toBe('Goed gedaan, Nuray!')
  expect(await page.locator('main').innerText()).toContain(step.recognition)
}

/** It did not work: that counts as trying, a smaller step is offered, and nothing turns red. Without a script. */
export const tryWithoutScript = async (page: Page, origin: string, step: Step, smaller: string): Promise<void> => {
  await page.goto(`${origin}/mijn`)
  expect(await page.locator('h1').innerText()).toBe(step.title)
  await press(page, page.getByRole('link', { name: 'Het lukte niet' }))
  expect(await page.locator('main').innerText()).toContain('Geen probleem. Wat past het best?')
  await page.locator('textarea[name=ownWords]').fill('Ik durfde niet naar binnen.')
  await press(page, page.getByRole('button', { name: 'Ik probeerde het, maar het lukte niet' }))
  expect(await page.locator('h1').innerText()).toBe('Proberen telt, Nuray')
  const words = await page.locator('main').innerText()
  expect(words).toContain('Zullen we de stap kleiner maken?')
  expect(words).toContain(step.recognition)
  await send(page, page.locator('form[action$="/kleiner"]'), { title: smaller })
  expect(await page.locator('[role=status]').first().innerText()).toContain('Je kleinere stap staat klaar.')
  await page.goto(`${origin}/mijn`)
  expect(await page.locator('h1').innerText()).toBe(smaller)
}

export const expectNothingRed = async (page: Page, origin: string): Promise<void> => {
  for (const path of ['/mijn', '/mijn/plan']) {
    await page.goto(`${origin}${path}`)
    expect(await redThings(page), path).toEqual([])
  }
}

/** The same page in the person's own language, from right to left, with a voice where the browser has one. */
export const readInArabic = async (page: Page, origin: string, title: string): Promise<void> => {
  await page.goto(`${origin}/mijn?lang=ar`)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('html').getAttribute('lang')).toBe('ar')
  expect(await page.locator('h1').innerText()).toBe(title)
  expect(await page.getByRole('button', { name: 'لقد فعلت ذلك' }).isVisible()).toBe(true)
  expect(await page.locator('read-aloud').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.goto(`${origin}/mijn?lang=nl`)
}

/** Who looked, in plain words: the coach by name, and why. */
export const readWhoLooked = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/mijn/inzage`)
  const words = await page.locator('main').innerText()
  expect(words).toContain('Mirjam Kuipers')
  expect(words).toContain('De Brug Welzijn')
  expect(words).toContain('Om je te begeleiden')
  expect(words).toMatch(/\b\d{1,2}\.\d{2}\b/)
  expect(words).toContain('Karin Post')
}

/** The plan fits on one A4. */
export const printPlan = async (page: Page, origin: string, words: readonly string[]): Promise<void> => {
  await page.goto(`${origin}/mijn/plan`)
  await press(page, page.getByRole('link', { name: 'Afdrukken op één blad' }))
  const sheet = await page.locator('.op-sheet').innerText()
  for (const each of words) expect(sheet).toContain(each)
  if (process.env['HEADED'] === '1') return
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
}
