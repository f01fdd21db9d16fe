import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fillIn, noticeOf, press, send } from './hand.ts'

export const WISH = 'Ik wil weer koken voor mensen, net als vroeger.'
export const STRENGTH = 'Ik kan koken voor dertig mensen.'
export const GOAL = 'Koken met anderen'

/** The words that stand in a ring of the wheel as the screen shows it. */
const wheelWords = async (page: Page): Promise<string> =>
  ((await page.locator('.op-talk__wheel').first().textContent()) ?? '').replace(/\s+/g, ' ')

const startTogether = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('link', { name: 'Gesprek starten' }).first())
  expect(await page.locator('h1').innerText()).toBe('Fijn dat je er bent, Nuray.')
  expect(await page.locator('.op-talk__wheel svg').count()).toBeGreaterThan(0)
  expect(await wheelWords(page)).toContain('Nuray')
  await press(page, page.getByRole('link', { name: 'Beginnen' }))
}

const saySomething = async (page: Page): Promise<void> => {
  await send(page, page.locator('form[action$="/gesprek/wens"]'), { words: WISH })
  expect(await noticeOf(page)).toContain('De wens is opgeschreven.')
  await send(page, page.locator('form[action$="/gesprek/kracht"]'), { words: STRENGTH })
  const words = await page.locator('main').innerText()
  expect(words).toContain(WISH)
  expect(words).toContain(STRENGTH)
}

const whatMustBePossible = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('link', { name: 'Verder: Praktisch' }))
  const form = page.locator('form[action$="/praktisch"]')
  await send(page, form, {
    dayParts: ['2-morning', '4-afternoon', '4-evening'],
    travelMode: 'bike',
    maxDistanceKm: '3',
    energy: 'some',
    dutchLevel: 'A2',
    languages: ['tr'],
    childcare: 'no',
    maxCostCents: '5',
    remarks: 'Om 14.15 uur gaat de school uit.',
  })
  expect(await noticeOf(page)).toBe('Opgeschreven wat moet kunnen.')
}

/** The wish becomes a goal, and the goal stands in the ring of the goals. */
const makeGoal = async (page: Page, participantUrl: string): Promise<string> => {
  await page.goto(`${participantUrl}/gesprek/wens`)
  await press(page, page.getByRole('link', { name: 'Maak er een doel van' }))
  expect(await wheelWords(page)).not.toContain(GOAL)
  await send(page, page.locator('form[action$="/gesprek/doel"]'), { title: GOAL, area: 'contacts' })
  expect(await noticeOf(page)).toContain('Het doel staat op het wiel.')
  expect(await wheelWords(page)).toContain(GOAL)
  await page.goto(`${participantUrl}/gesprek/doel`)
  await press(page, page.getByRole('link', { name: `Zoek wat past: ${GOAL}` }))
  return page.url()
}

export const talk = async (page: Page, participantUrl: string): Promise<string> => {
  await page.goto(participantUrl)
  await startTogether(page)
  await saySomething(page)
  await whatMustBePossible(page)
  return makeGoal(page, participantUrl)
}

export const STEPS = [
  { title: 'Samen langs het buurthuis lopen', recognition: 'Mirjam trakteert op thee' },
  { title: 'Een keer meekoken op donderdag', recognition: 'een kaartje van de kookgroep' },
  { title: 'Mijn eigen recept meenemen', recognition: 'je recept komt in het kookboek' },
] as const

/** Three small steps: who, when, and how each is appreciated. */
export const agreeSteps = async (page: Page, participantUrl: string, days: readonly string[]): Promise<void> => {
  await page.goto(`${participantUrl}/gesprek/stappen`)
  const form = page.locator('form[action*="/gesprek/stappen/"]').first()
  for (const [row, step] of STEPS.entries())
    await fillIn(form, {
      [`steps.${row}.title`]: step.title,
      [`steps.${row}.who`]: 'participant',
      [`steps.${row}.plannedOn`]: days[row] ?? '',
      [`steps.${row}.recognitionKind`]: row === 1 ? 'card' : 'other',
      [`steps.${row}.recognitionWords`]: step.recognition,
    })
  await send(page, form)
  expect(await noticeOf(page)).toContain('3 stappen afgesproken.')
  const words = await page.locator('main').innerText()
  for (const step of STEPS) {
    expect(words).toContain(step.title)
    expect(words).toContain(step.recognition)
  }
}

export const MARKED = 'Nuray doet tot de zomer mee met de kookgroep'
export const UNMARKED = 'Mirjam belt elke vrijdag hoe het ging'

/** Promises: one that the municipality may read, and one between the two of them. */
export const agree = async (page: Page, participantUrl: string): Promise<void> => {
  await page.goto(`${participantUrl}/gesprek/afspraken`)
  const form = page.locator('form[action$="/gesprek/afspraken"]')
  await send(page, form, { promisedBy: 'participant', words: MARKED, forMunicipality: 'yes' })
  await send(page, form, { promisedBy: 'coach', words: UNMARKED })
  await page.goto(`${participantUrl}/gesprek/overzicht`)
  const summary = await page.locator('main').innerText()
  for (const said of [WISH, STRENGTH, GOAL, STEPS[0].title, MARKED]) expect(summary).toContain(said)
}
