import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Product } from '../product.ts'
import { noticeOf, press, send } from './hand.ts'
import { holdToTheTruth, type Told } from './truth.ts'

export const OFFER = 'Samen koken'
const FULL = 'Maatje / buddy'
const ORGANISATION = "Buurthuis 't Anker"

/** The best offer is on top, with reasons; every sentence on the page is true; what nearly fits says what would make it fit. */
const readTheReasons = async (product: Product, page: Page, told: Told): Promise<void> => {
  const best = page
    .locator('.op-card')
    .filter({ has: page.locator('input[name=offerId]') })
    .first()
  const words = await best.innerText()
  expect(words).toContain(OFFER)
  for (const reason of ['Donderdagavond kan.', 'km fietsen.', 'Er is plek.', 'Ze spreken er Turks.', 'Dat past bij: koken.'])
    expect(words).toContain(reason)
  expect(await holdToTheTruth(product, page, told)).toBeGreaterThan(4)
  expect(await page.locator('main').innerText()).toMatch(/Zou passen als (dinsdagavond|woensdagmiddag) ook kan/)
}

/** Nothing suitable: what lacks is kept, and can be taken back. */
const keepTheUnmetWish = async (page: Page): Promise<void> => {
  await send(page, page.locator('form[action$="/niets"]'), { whatLacks: 'Een kookgroep op zaterdag' })
  expect(await noticeOf(page)).toContain('Bewaard als onvervulde wens. Het doel blijft open.')
}

/** The last place is taken: it stands in the supply ring, and for the next person there is the waiting list. */
export const choose = async (product: Product, page: Page, url: string, told: Told): Promise<void> => {
  await page.goto(url)
  await readTheReasons(product, page, told)
  await keepTheUnmetWish(page)
  await page.goto(url)
  await press(page, page.getByRole('button', { name: `Kies deze: ${OFFER}` }))
  expect(await noticeOf(page)).toContain(`Nuray heeft een plek bij ${OFFER}.`)
  await page.goto(`${url.split('/doelen/')[0]}/gesprek`)
  expect(await page.locator('.op-talk__wheel').first().textContent()).toContain(OFFER)
}

const offerIdOf = async (product: Product): Promise<string> => {
  const found = await product.owner.query<{ id: string }>(
    'select id from offer where name = $1 and organisation_name = $2 and state = $3 and tenant_id = (select tenant_id from municipality where name = $4)',
    [OFFER, ORGANISATION, 'active', 'Veenrijk'],
  )
  return found.rows[0]?.id ?? ''
}

const goalOfSelam = `select g.participant_id as p, g.id as g from goal g join participant using (tenant_id, participant_id)
  where call_name = 'Selam' and area = 'contacts' and g.state = 'open' limit 1`

/** The place count follows: the last place is gone. Where there was none, somebody comes on the waiting list. */
export const nextOneWaits = async (product: Product, page: Page): Promise<void> => {
  await page.goto(`${product.origin}/aanbod/${await offerIdOf(product)}`)
  expect(await page.locator('main').innerText()).toContain('Vol')
  const { rows } = await product.owner.query<{ p: string; g: string }>(goalOfSelam)
  await page.goto(`${product.origin}/deelnemers/${rows[0]?.p}/doelen/${rows[0]?.g}/aanbod?aantal=50`)
  await press(page, page.getByRole('button', { name: `Zet op de wachtlijst: ${FULL}` }))
  expect(await noticeOf(page)).toContain(`Er is nu geen plek bij ${FULL}. Selam staat op de wachtlijst, nummer 2.`)
  await press(page, page.locator('[role=status] button'))
}
