import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fillIn, formOf, noticeOf, press, send, type Typed } from './hand.ts'

export const NURAY = { callName: 'Nuray', surname: 'Aydin', birthDate: '1986-04-09', bsn: '111222333' } as const
export const EMAIL = 'nuray@voorbeeld.test'

const REFERRAL: Typed = {
  callName: NURAY.callName,
  surname: NURAY.surname,
  birthDate: NURAY.birthDate,
  bsn: '111222334',
  trajectoryType: 'socialActivation',
  law: 'participatiewet',
  voluntary: 'yes',
  wish: 'Ik wil weer koken voor mensen, net als vroeger.',
  reason: 'Veel alleen sinds haar moeder overleed. Kookt graag, wil onder de mensen.',
  phone: '06 55 01 77 20',
  email: EMAIL,
  channels: ['phone', 'whatsapp'],
  language: 'tr',
  preferences: 'Bel na 10 uur.',
  address: 'Lijsterkade 40',
  postcode: '2451 CA',
  place: 'Veenrijk',
}

const MISS = { bsn: '999909216' } as const
const SECONDS_PER_KEY = 0.25
const SECONDS_PER_CHOICE = 2.5

/** What typing it takes a person who is neither fast nor slow: 4 keys a second, and a moment for every field. */
const secondsToType = (typed: Typed): number => {
  const values = Object.values(typed).flat()
  return values.reduce((sum, value) => sum + value.length * SECONDS_PER_KEY + SECONDS_PER_CHOICE, 0)
}

/** Nobody goes on with a number that cannot be right, or that is somebody else's; what was typed stays. */
const wrongNumbers = async (page: Page): Promise<void> => {
  const form = formOf(page, '/aanmeldingen/nieuw')
  const sendIt = form.getByRole('button', { name: 'Verstuur de aanmelding' })
  await press(page, sendIt)
  const summary = page.locator('.op-error-summary')
  expect(await summary.innerText()).toContain('Dit nummer klopt niet. Kijk of alle negen cijfers goed zijn')
  expect(await page.evaluate(() => document.activeElement?.closest('.op-error-summary') !== null)).toBe(true)
  expect(await form.locator('[name=reason]').inputValue()).toBe(REFERRAL['reason'])
  await fillIn(form, MISS)
  await press(page, sendIt)
  const known = await page.locator('main').innerText()
  expect(known).toContain('Kennen we deze inwoner al?')
  expect(known).toMatch(
    /Selam Tesfay\s+geboren op 14 mei 1990 · hetzelfde burgerservicenummer · heeft een traject bij De Brug Welzijn/,
  )
}

/** The desk refers somebody; the answer is the address of the referral. */
export const refer = async (page: Page, origin: string): Promise<{ readonly url: string; readonly seconds: number }> => {
  await page.goto(`${origin}/aanmeldingen`)
  await press(page, page.getByRole('link', { name: 'Nieuwe aanmelding' }))
  const form = formOf(page, '/aanmeldingen/nieuw')
  await fillIn(form, REFERRAL)
  await form.getByLabel('De Brug Welzijn').check()
  await wrongNumbers(page)
  await fillIn(form, { bsn: NURAY.bsn })
  await press(page, form.getByRole('button', { name: 'Verstuur de aanmelding' }))
  expect(await noticeOf(page)).toBe('De aanmelding is verstuurd.')
  expect(await page.locator('.op-badges').first().innerText()).toContain('Verstuurd')
  expect(await page.locator('main').innerText()).toContain('Verstuurd naar De Brug Welzijn. Het antwoord komt uiterlijk')
  return { url: page.url(), seconds: secondsToType(REFERRAL) + SECONDS_PER_CHOICE }
}

const AMENDED = `${String(REFERRAL['reason'])} Op dinsdag heeft zij taalles.`

/** Amended afterwards: the words of before stay to be read, with who and why. */
export const amend = async (page: Page): Promise<void> => {
  const form = page.locator('form[action$="/aanpassen"]')
  await send(page, form, { reason: AMENDED, amendmentReason: 'De taalles was vergeten' })
  expect(await noticeOf(page)).toBe('De aanpassing is bewaard.')
  await page
    .locator('summary', { hasText: 'Wat er is veranderd' })
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  const words = await page.locator('main').innerText()
  for (const said of [AMENDED, 'De taalles was vergeten', 'Karin Post', 'taalles']) expect(words).toContain(said)
}

/** The organisation wants to know something first; the desk answers. */
export const askBack = async (coach: Page, desk: Page, origin: string, url: string): Promise<void> => {
  await coach.goto(`${origin}/vandaag`)
  await press(coach, coach.getByRole('link', { name: `Aanmelding van ${NURAY.callName}` }))
  expect(coach.url()).toBe(url)
  await send(coach, coach.locator('form[action$="/vraag-stellen"]'), { question: 'Kan Nuray ook in de avond?' })
  expect(await noticeOf(coach)).toBe('De vraag staat bij de gemeente.')
  await desk.goto(url)
  expect(await desk.locator('main').innerText()).toContain('De Brug Welzijn wil eerst iets weten.')
  expect(await desk.locator('.op-badges').first().innerText()).toContain('Vraag gesteld')
  await send(desk, desk.locator('form[action$="/vraag-beantwoorden"]'), { answer: 'Ja, haar buurvrouw past dan op.' })
}

/** Accepts, and comes to the dossier of the person. */
export const accept = async (page: Page, url: string): Promise<string> => {
  await page.goto(url)
  expect(await page.locator('main').innerText()).toContain('Ja, haar buurvrouw past dan op.')
  await press(page, page.locator('form[action$="/aannemen"] button[type=submit]'))
  expect(await noticeOf(page)).toBe('Aangenomen. Jij bent nu de vaste begeleider. Plan het eerste gesprek.')
  if (!new URL(page.url()).pathname.startsWith('/deelnemers/'))
    await press(page, page.getByRole('link', { name: 'Naar het dossier' }))
  const id = /^\/deelnemers\/([0-9a-f-]{36})/.exec(new URL(page.url()).pathname)?.[1]
  if (id === undefined) throw new Error(`Accepting leads to ${page.url()}`)
  return id
}

export const planFirstConversation = async (page: Page, day: string): Promise<void> => {
  await send(page, page.locator('form[action$="/afspraken"]'), { day, time: '10:30', place: 'De Brug, Lijsterlaan 4' })
  expect(await noticeOf(page)).toBe('De afspraak staat in je agenda.')
  expect(await page.locator('#straks').innerText()).toMatch(/Kennismaking[\s\S]*morgen, 10\.30[\s\S]*De Brug, Lijsterlaan 4/)
}
