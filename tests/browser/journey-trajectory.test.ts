import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, CalendarDay, dayIn } from '#kernel'
import { noticeOf, openWindows, press, send, type Windows } from './journey/hand.ts'
import {
  adviseLonger,
  adviseOnward,
  agreeAsDesk,
  beginTogether,
  lookBackTogether,
  referBriefly,
  TARIQ,
  words,
  ZEYNEP,
} from './journey/lifecycle.ts'
import { openProduct, type Product } from './product.ts'

/** A trajectory from its referral to what comes after: looking back, the advice, and what the municipality makes of it. */
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

const today = dayIn(new Date())
const pageOf = async (name: string): Promise<Page> => (await windows.of(name)).page
const personCalled = async (name: string): Promise<string> => {
  const sql = `select p.participant_id as id from participant p where p.call_name = $1`
  const found = await product.owner.query<{ id: string }>(sql, [name])
  return found.rows[0]?.id ?? ''
}
const plannedEndOf = async (name: string): Promise<CalendarDay> => {
  const sql = `select planned_end_on::text as day from trajectory join participant using (tenant_id, participant_id)
    where call_name = $1 and state = 'active'`
  const found = await product.owner.query<{ day: string }>(sql, [name])
  return CalendarDay.parse(found.rows[0]?.day)
}

test(
  'from a referral, through a goal, a step and looking back together, to an extension that the municipality agrees with',
  async () => {
    const { origin } = product
    const until = addMonths(today, 2)
    const [desk, coach] = [await pageOf('serviceplein'), await pageOf('coach')]
    const url = await referBriefly(desk, origin, ZEYNEP)
    const home = await beginTogether(coach, { origin, url, who: ZEYNEP, until })
    await lookBackTogether(coach, home, ZEYNEP, today)
    await adviseLonger(coach, home, ZEYNEP, until)
    await agreeAsDesk(desk, origin, ZEYNEP, 'Belt nu zelf.')
    await coach.goto(`${home}/advies`)
    expect(await words(coach)).toContain('De gemeente is het eens met dit advies.')
    expect(await plannedEndOf(ZEYNEP.callName)).toBe(addMonths(until, 6))
  },
  LONGEST_MS,
)

test(
  'from a referral to a warm hand-over: the work coach accepts and opens a filled plan',
  async () => {
    const { origin } = product
    const [desk, coach] = [await pageOf('serviceplein'), await pageOf('coach')]
    const url = await referBriefly(desk, origin, TARIQ)
    const home = await beginTogether(coach, { origin, url, who: TARIQ, until: addMonths(today, 2) })
    await adviseOnward(coach, home, TARIQ, addDays(today, 60))
    await agreeAsDesk(desk, origin, TARIQ, 'Klaar voor werk met begeleiding.')

    const work = await pageOf('workcoach')
    await work.goto(`${origin}/aanmeldingen`)
    await press(work, work.getByRole('link', { name: /^Tariq / }))
    expect(await words(work)).toContain('Ik wil de deur weer uit.')
    await press(work, work.locator('form[action$="/aannemen"] button[type=submit]'))
    await work.goto(home)
    for (const said of [TARIQ.goal, TARIQ.step]) expect(await words(work)).toContain(said)
    await work.goto(`${home}/evaluaties`)
    expect(await words(work)).toContain('Warme overdracht')
    await press(work, work.getByRole('link', { name: 'Plan het driegesprek' }))
    expect(await work.locator('#appointment-kind').inputValue()).toBe('threeWay')
  },
  LONGEST_MS,
)

test(
  'what somebody would rather take back: a review that was held, and an advice without the growth that an extension needs',
  async () => {
    const home = `${product.origin}/deelnemers/${await personCalled('Rosa')}`
    const coach = await pageOf('coach')
    await coach.goto(`${home}/evaluaties`)
    await send(coach, coach.locator('form[action$="/evaluaties/plannen"]'), { plannedOn: today })
    await press(coach, coach.locator('main').getByRole('link', { name: 'Evaluatie', exact: true }).first())
    await send(coach, coach.locator('form[action$="/gehouden"]'), { goesOn: 'De woensdagochtend.', nextOn: addDays(today, 90) })
    await press(coach, coach.locator('[role=status] button[type=submit]'))
    expect(await noticeOf(coach)).toContain('De evaluatie staat weer open.')
    expect(await coach.locator('[name=goesOn]').inputValue()).toBe('De woensdagochtend.')

    await coach.goto(`${home}/advies`)
    const form = coach.locator('form[action$="/advies/bewaren"]')
    await form.locator('[name=direction][value=extension]').check()
    await form.locator('[name=because]').fill('Met een half jaar erbij doet Rosa dit zelf.')
    await form.locator('[name=growth]').fill('')
    await press(coach, coach.getByRole('button', { name: 'Verstuur naar de gemeente' }))
    expect(await coach.locator('.op-error-summary').innerText()).toContain('Noem welke groei te zien is')
    expect(await form.locator('[name=because]').inputValue()).toContain('Met een half jaar erbij')
  },
  LONGEST_MS,
)
