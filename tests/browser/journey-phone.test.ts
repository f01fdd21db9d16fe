import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { addDays, dayIn } from '#kernel'
import { formOf, noticeOf, press, send } from './journey/hand.ts'
import { expectNothingRed, PHONE, signInWithCode } from './journey/phone.ts'
import { openProduct, type Product, type Visit } from './product.ts'

const LONGEST_MS = 240_000
const EMAIL = 'samuel@voorbeeld.test'
const WISH = 'I want to be outside, with plants.'
const FIRST = 'Walk past the garden together'
const SECOND = 'Join in one Tuesday'
const SMALLER = 'Only have a look over the fence'

let product: Product
let visits: readonly Visit[] = []
beforeAll(async () => {
  product = await openProduct()
}, LONGEST_MS)
afterAll(async () => {
  await Promise.all(visits.map(visit => visit.end()))
  await product.close()
})

const onPhone = async (who?: string): Promise<Page> => {
  const visit = await product.visit({ ...PHONE, locale: 'en-GB' })
  visits = [...visits, visit]
  if (who !== undefined) await visit.signIn(who)
  await visit.page.goto(`${product.origin}${who === undefined ? '/aanmelden' : '/account'}?lang=en`)
  return visit.page
}

/** English, and as wide as the phone. */
const expectFit = async (page: Page, lang = 'en'): Promise<void> => {
  expect(await page.locator('html').getAttribute('lang'), page.url()).toBe(lang)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(sideways, page.url()).toBe(0)
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${product.origin}${path}`)
  await expectFit(page)
}

const refer = async (page: Page): Promise<string> => {
  await go(page, '/aanmeldingen/nieuw')
  const form = formOf(page, '/aanmeldingen/nieuw')
  await form.getByLabel('De Brug Welzijn').check()
  const person = {
    callName: 'Samuel',
    surname: 'Osei',
    birthDate: '1979-03-02',
    email: EMAIL,
    postcode: '2451 CA',
    place: 'Veenrijk',
  }
  const words = {
    trajectoryType: 'socialActivation',
    wish: WISH,
    wishLanguage: 'en',
    reason: 'At home since his illness.',
    language: 'en',
  }
  await send(page, form, { ...person, ...words })
  expect(await noticeOf(page)).toBe('The referral has been sent.')
  await expectFit(page)
  return page.url()
}

const acceptIt = async (page: Page, url: string): Promise<string> => {
  await page.goto(url)
  await press(page, page.locator('form[action$="/aannemen"] button[type=submit]'))
  await expectFit(page)
  return /\/deelnemers\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
}

const talk = async (page: Page, home: string): Promise<void> => {
  await go(page, `${home}/gesprek`)
  await go(page, `${home}/gesprek/wens`)
  await send(page, page.locator('form[action$="/gesprek/wens"]'), { words: WISH, language: 'en' })
  await send(page, page.locator('form[action$="/gesprek/kracht"]'), { words: 'Plants make me calm.', language: 'en' })
  await go(page, `${home}/gesprek/praktisch`)
  const practical = { dayParts: ['2-morning'], travelMode: 'bike', maxDistanceKm: '3', dutchLevel: 'A1', languages: ['en'] }
  await send(page, page.locator('form[action$="/praktisch"]'), practical)
  await go(page, `${home}/gesprek/doel`)
  await send(page, page.locator('form[action$="/gesprek/doel"]'), { title: 'Outside among plants', area: 'contacts' })
  await press(page, page.locator('a[href$="/aanbod"]', { hasText: 'Find what fits' }).first())
  await expectFit(page)
}

const choose = async (page: Page): Promise<void> => {
  const card = page.locator('.op-card').filter({ hasText: 'Buurttuin ouderen en buren' }).first()
  const words = await card.innerText()
  for (const reason of ['Tuesday morning', 'km', 'free', 'Dutch A1 is enough']) expect(words).toContain(reason)
  await press(page, card.locator('form:has(input[name=offerId]) button[type=submit]'))
  expect(await noticeOf(page)).toContain('Buurttuin ouderen en buren')
  await expectFit(page)
}

const agreeSteps = async (page: Page, home: string): Promise<void> => {
  const today = dayIn(new Date())
  await go(page, `${home}/gesprek/stappen`)
  await send(page, page.locator('form[action*="/gesprek/stappen/"]').first(), {
    'steps.0.title': FIRST,
    'steps.0.plannedOn': today,
    'steps.0.recognitionWords': 'Mirjam brings a seedling',
    'steps.1.title': SECOND,
    'steps.1.plannedOn': addDays(today, 2),
    'steps.2.title': 'Bring a plant of my own',
    'steps.2.plannedOn': addDays(today, 7),
  })
  expect(await noticeOf(page)).toContain('3 steps')
  await go(page, home)
  await send(page, page.locator('form#desk\\.invite'), { email: EMAIL, language: 'en' })
  await expectFit(page)
}

const takeSteps = async (page: Page): Promise<void> => {
  await signInWithCode(page, product.origin, EMAIL)
  await expectFit(page)
  expect(await page.locator('h1').innerText()).toBe(FIRST)
  await press(page, page.getByRole('button', { name: 'I have done it' }))
  expect(await page.locator('h1').innerText()).toBe('Well done, Samuel!')
  expect(await page.locator('main').innerText()).toContain('Mirjam brings a seedling')
  await go(page, '/mijn')
  await press(page, page.getByRole('link', { name: 'It did not work' }))
  await press(page, page.locator('button[name=answer][value=didNotWork]'))
  expect(await page.locator('h1').innerText()).toBe('Trying counts, Samuel')
  await expectFit(page)
  await send(page, page.locator('form[action$="/kleiner"]'), { title: SMALLER })
  await expectNothingRed(page, product.origin)
}

/** From right to left; what people wrote keeps its own language and direction. */
const readInArabic = async (page: Page): Promise<void> => {
  for (const path of ['/mijn', '/mijn/plan', '/mijn/mensen', '/mijn/inzage', '/mijn/plan/afdrukken']) {
    await page.goto(`${product.origin}${path}?lang=ar`)
    await expectFit(page, 'ar')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  }
  await page.goto(`${product.origin}/mijn`)
  expect(await page.locator('h1').innerText()).toBe(SMALLER)
  expect(await page.locator('h1 [dir=auto]').getAttribute('lang')).toBe('en')
  await press(page, page.getByRole('button', { name: 'لقد فعلت ذلك' }))
  expect(await page.locator('h1').innerText()).toContain('Samuel')
  await expectFit(page, 'ar')
}

test(
  'the same job in English on a phone of 360 px, and the step in Arabic',
  async () => {
    const url = await refer(await onPhone('serviceplein'))
    const coach = await onPhone('coach')
    await go(coach, '/vandaag')
    const home = await acceptIt(coach, url)
    await talk(coach, home)
    await choose(coach)
    await agreeSteps(coach, home)
    const samuel = await onPhone()
    await takeSteps(samuel)
    await readInArabic(samuel)
    await go(coach, '/vandaag')
    expect(await coach.locator('main').innerText()).toContain('Samuel')
    await go(coach, home)
    expect(visits.flatMap(visit => visit.complaints)).toEqual([])
  },
  LONGEST_MS,
)
