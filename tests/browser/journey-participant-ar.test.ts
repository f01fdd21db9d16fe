import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { press, send } from './journey/hand.ts'
import { redThings, signInWithCode } from './journey/phone.ts'
import { openProduct, type Product, type Visit } from './product.ts'

const LONGEST_MS = 240_000
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'ar', hasTouch: true } as const
const SMALLER = 'أنظر أولاً أين المكان'

let product: Product
let coach: Page
let home: string
const visits: Visit[] = []

beforeAll(async () => {
  product = await openProduct()
  const visit = await product.visit()
  visits.push(visit)
  await visit.signIn('coach')
  coach = visit.page
  const { rows } = await product.owner.query<{ id: string }>(
    `select participant_id as id from participant where call_name = 'Selam' limit 1`,
  )
  home = `/deelnemers/${rows[0]?.id}`
}, LONGEST_MS)
afterAll(async () => {
  await Promise.all(visits.map(visit => visit.end()))
  await product.close()
})

/** The coach makes a letter in Arabic and reads the code from it, as the person would from paper. */
const letter = async (): Promise<string> => {
  await coach.goto(`${product.origin}${home}/uitnodiging`)
  await send(coach, coach.locator('form#desk\\.invitePaper'), { language: 'ar' })
  const paper = coach.locator('article.op-letter')
  expect(await paper.getAttribute('dir')).toBe('rtl')
  expect(await paper.locator('svg[role=img]').count()).toBe(1)
  return paper.locator('.op-letter__code').innerText()
}

const onPhone = async (javaScriptEnabled: boolean): Promise<Page> => {
  const visit = await product.visit({ ...PHONE, javaScriptEnabled })
  visits.push(visit)
  return visit.page
}

/** The browser tells of an answer that is no page: that birthday was wrong on purpose. */
const isWrongBirthday = (complaint: string): boolean => complaint.includes('400 (Bad Request)') && complaint.includes('/welkom')

/** Arabic, from right to left, and as wide as the phone. */
const expectArabic = async (page: Page): Promise<void> => {
  expect(await page.locator('html').getAttribute('lang'), page.url()).toBe('ar')
  expect(await page.locator('html').getAttribute('dir'), page.url()).toBe('rtl')
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  expect(wide, page.url()).toBe(shown)
}

const comeIn = async (page: Page): Promise<void> => {
  const code = await letter()
  await page.goto(`${product.origin}/welkom?code=${code.replace('-', '')}&lang=ar`)
  await expectArabic(page)
  await send(page, page.locator('form#organisations\\.paper'), { day: '15', month: '5' })
  expect(await page.locator('form#organisations\\.paper').innerText()).toContain('لا يتوافقان')
  await send(page, page.locator('form#organisations\\.paper'), { day: '14', month: '5' })
  expect(new URL(page.url()).pathname).toBe('/account/inloggen')
  await expectArabic(page)
  await press(page, page.getByRole('link', { name: 'تخطّي هذا' }))
  expect(new URL(page.url()).pathname).toBe('/mijn')
  await expectArabic(page)
}

/** By the menu, as somebody finds it who was told nothing. */
const choose = async (page: Page, name: string): Promise<void> => {
  await page.locator('.op-menu summary').click()
  await press(page, page.locator('.op-menu').getByRole('link', { name, exact: true }))
  await expectArabic(page)
}

const sayItDidNotWork = async (page: Page): Promise<void> => {
  const step = await page.locator('h1').innerText()
  await press(page, page.getByRole('link', { name: 'لم ينجح الأمر' }))
  await expectArabic(page)
  await press(page, page.locator('button[name=answer][value=didNotWork]'))
  expect(await page.locator('h1').innerText()).toContain('المحاولة مهمة')
  expect(await page.locator('main').innerText()).toContain(step)
  await send(page, page.locator('form#desk\\.smallerStep'), { title: SMALLER })
  expect(await page.locator('[role=status][data-saved]').first().innerText()).toContain('خطوتك الأصغر جاهزة')
}

const readAround = async (page: Page): Promise<void> => {
  await choose(page, 'أسبوعي')
  expect(await page.locator('main').innerText()).toContain('Mirjam Kuipers')
  await choose(page, 'اتفاقاتي')
  const asked = page.locator('.op-card').filter({ hasText: 'Belt elke vrijdag' })
  if ((await asked.locator('button[value=kept]').count()) > 0) await press(page, asked.locator('button[value=kept]'))
  expect(await page.locator('main').innerText()).toContain('أنت قلت')
  await choose(page, 'تقديري')
  expect(await page.locator('main').innerText()).toContain('هذا ما حصلت عليه')
  await choose(page, 'من اطّلع؟')
  expect(await page.locator('main').innerText()).toContain('Mirjam Kuipers')
}

const takeDataAlong = async (page: Page): Promise<void> => {
  await choose(page, 'بياناتي')
  expect(await page.locator('main').innerText()).toContain('Ik kom uit een dorp in Eritrea')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'نزّل كملف (JSON)' }).click(),
  ])
  const data: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(data).toMatchObject({ format: 'opstap-own-data/1', person: { callName: 'Selam' } })
  expect(JSON.stringify(data)).toContain(SMALLER)
  await press(page, page.getByRole('link', { name: 'اقرأ أو اطبع كل شيء' }))
  await expectArabic(page)
  expect(await page.locator('main').innerText()).toContain(SMALLER)
}

/** The smaller step worked: one tap, thanks, and what was agreed for it. */
const tickTheSmaller = async (page: Page): Promise<void> => {
  await choose(page, 'خطوتي')
  // Another step may come first; what was thought of is in the plan.
  const step = await page.locator('h1').innerText()
  const button = page.getByRole('button', { name: 'لقد فعلت ذلك' })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await press(page, button)
  expect(await page.locator('h1').innerText()).toContain('أحسنت')
  expect(await page.locator('main').innerText()).toContain(step)
  expect(await redThings(page)).toEqual([])
}

/** By the names that speakers give their own language, there and back. */
const changeLanguage = async (page: Page): Promise<void> => {
  const to = async (name: string): Promise<void> => {
    await page.locator('.op-language-menu summary').click()
    await press(page, page.locator('.op-language-menu').getByRole('link', { name, exact: true }))
  }
  await to('English')
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
  await to('العربية')
  await expectArabic(page)
}

/** The letter is used up; next time a code by mail lets in. */
const comeBackByCode = async (page: Page): Promise<void> => {
  await page.context().clearCookies()
  await page.goto(`${product.origin}/welkom?lang=ar`)
  await signInWithCode(page, product.origin, 'deelnemer@demo.opstap.test')
  await expectArabic(page)
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a participant with a letter in Arabic, on a phone of 360 px, %s', (_how, javaScript) => {
  test(
    'gets in, says that it did not work, takes a smaller step, reads around, takes the data along, ticks it and comes back by code',
    async () => {
      const page = await onPhone(javaScript)
      await comeIn(page)
      await sayItDidNotWork(page)
      await readAround(page)
      await takeDataAlong(page)
      await tickTheSmaller(page)
      await changeLanguage(page)
      await comeBackByCode(page)
      // Each phone was refused once, for that birthday: nothing else, and not more often than it was typed.
      const complaints = visits.flatMap(visit => visit.complaints)
      expect(complaints.filter(complaint => !isWrongBirthday(complaint))).toEqual([])
      expect(complaints.filter(isWrongBirthday)).toHaveLength(visits.length - 1)
    },
    LONGEST_MS,
  )
})
