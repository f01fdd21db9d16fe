import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { addDays, addMonths, type CalendarDay } from '#kernel'
import { fillIn, formOf, noticeOf, press, send, type Typed } from './hand.ts'

/** The whole way of one trajectory in short steps, each with one look at what came of it. */
export interface Someone {
  readonly callName: string
  readonly surname: string
  readonly birthDate: string
  readonly goal: string
  readonly step: string
}

export const ZEYNEP: Someone = {
  callName: 'Zeynep',
  surname: 'Polat',
  birthDate: '1988-03-17',
  goal: 'Elke week onder de mensen',
  step: 'Een keer mee naar de naaigroep',
}
export const TARIQ: Someone = {
  callName: 'Tariq',
  surname: 'Aziz',
  birthDate: '1979-08-02',
  goal: 'Weer iets met mijn handen doen',
  step: 'Een ochtend helpen in de fietswerkplaats',
}

export const words = (page: Page): Promise<string> => page.locator('main').innerText()

export const referBriefly = async (desk: Page, origin: string, who: Someone): Promise<string> => {
  await desk.goto(`${origin}/aanmeldingen/nieuw`)
  const form = formOf(desk, '/aanmeldingen/nieuw')
  const { callName, surname, birthDate } = who
  const told: Typed = { wish: 'Ik wil de deur weer uit.', reason: 'Zit veel thuis en wil graag iets doen.' }
  await fillIn(form, { callName, surname, birthDate, trajectoryType: 'socialActivation', ...told, channels: ['phone'] })
  await form.getByLabel('De Brug Welzijn').check()
  await press(desk, form.getByRole('button', { name: 'Verstuur de aanmelding' }))
  expect(await noticeOf(desk)).toBe('De aanmelding is verstuurd.')
  return desk.url()
}

/** Accepts, starts until a day, and makes the first goal with one step that is done. */
export const beginTogether = async (
  coach: Page,
  { origin, url, who, until }: { origin: string; url: string; who: Someone; until: CalendarDay },
): Promise<string> => {
  await coach.goto(url)
  await press(coach, coach.locator('form[action$="/aannemen"] button[type=submit]'))
  const id = /[0-9a-f-]{36}/.exec((await coach.locator('a[href^="/deelnemers/"]').first().getAttribute('href')) ?? '')?.[0] ?? ''
  const home = `${origin}/deelnemers/${id}`
  await coach.goto(`${home}/traject`)
  await send(coach, coach.locator('form[action$="/begin"]'), { plannedEndOn: until })
  await coach.goto(`${home}/gesprek/doel`)
  await send(coach, coach.locator('form[action$="/gesprek/doel"]'), { title: who.goal, area: 'contacts' })
  await coach.goto(`${home}/gesprek/stappen`)
  const row: Typed = { 'steps.0.title': who.step, 'steps.0.who': 'participant' }
  await send(coach, coach.locator('form[action*="/gesprek/stappen/"]').first(), row)
  await press(coach, coach.locator('main a[href*="hoe="]').first())
  await send(coach, coach.locator('form[action*="/antwoord"]'), { answer: 'done' })
  return home
}

/** Plans a review for today, looks back on it, and holds it. */
export const lookBackTogether = async (coach: Page, home: string, who: Someone, today: CalendarDay): Promise<void> => {
  await coach.goto(`${home}/evaluaties`)
  await send(coach, coach.locator('form[action$="/evaluaties/plannen"]'), { plannedOn: today })
  await press(coach, coach.locator('main').getByRole('link', { name: 'Evaluatie', exact: true }).first())
  expect(await words(coach)).toContain(who.step)
  await send(coach, coach.locator('form[action$="/eigen-woorden"]'), { words: 'Ik durf nu zelf te bellen.' })
  const held = { goesOn: 'De woensdagochtend.', changes: 'Een keer alleen gaan.', nextOn: addDays(today, 90) }
  await send(coach, coach.locator('form[action$="/gehouden"]'), held)
  expect(await noticeOf(coach)).toContain('De evaluatie is bewaard.')
}

const openAdvice = async (coach: Page, home: string, who: Someone) => {
  await coach.goto(`${home}/advies`)
  const form = coach.locator('form[action$="/advies/bewaren"]')
  const drafted = await form.locator('[name=summary]').inputValue()
  for (const said of [`${who.callName} begon op`, 'één doel en zette één stap']) expect(drafted).toContain(said)
  return form
}
const sendAdvice = async (coach: Page): Promise<void> => {
  await press(coach, coach.getByRole('button', { name: 'Verstuur naar de gemeente' }))
  expect(await noticeOf(coach)).toBe('Het advies is verstuurd. De gemeente beslist.')
}

export const adviseLonger = async (coach: Page, home: string, who: Someone, ends: CalendarDay): Promise<void> => {
  const form = await openAdvice(coach, home, who)
  await fillIn(form, { direction: 'extension', because: 'Met een half jaar erbij lukt dit zelf.', growth: 'Belt nu zelf.' })
  await form.locator('[name=extendUntil]').fill(addMonths(ends, 6))
  await sendAdvice(coach)
}

export const adviseOnward = async (coach: Page, home: string, who: Someone, readsUntil: CalendarDay): Promise<void> => {
  const form = await openAdvice(coach, home, who)
  await fillIn(form, { direction: 'onward', because: 'Klaar voor werk met begeleiding.' })
  await form.locator('[name=organisationId]').selectOption({ index: 1 })
  await form.locator('[name=readsUntil]').fill(readsUntil)
  await sendAdvice(coach)
}

export const agreeAsDesk = async (desk: Page, origin: string, who: Someone, said: string): Promise<void> => {
  await desk.goto(`${origin}/adviezen`)
  await press(desk, desk.getByRole('link', { name: new RegExp(`^${who.callName} `) }))
  expect(await words(desk)).toContain(said)
  await send(desk, desk.locator('form[action$="/besluit"]'), { decision: 'agreed', words: 'Mooi om te lezen.' })
  expect(await noticeOf(desk)).toContain('Je besluit is vastgelegd.')
}
