import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { planAppointment } from '#contacts'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { addAgreement, addGoal, addSteps, answerStep, markPromise, unmarkPromise } from '#plans'
import { SELF_REACH } from '#sharing'
import { viewMyAgreements } from './agreements/my-agreements.page.tsx'
import { getPlanSheet } from './get-plan-sheet.ts'
import { viewMyRecognition } from './recognition/my-recognition.page.tsx'
import { getMyWeek } from './week/get-my-week.ts'
import { viewMyWeek } from './week/my-week.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let self: Actor
let other: Actor

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId: selam, ...input })
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}

const contextFor = (lang: PageContext['lang']): PageContext => ({
  lang,
  actor: self,
  now: new Date(),
  today,
  path: '/mijn/week',
  query: {},
  params: {},
  csrfToken: 'token',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
})

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  const piet = await aParticipant(house, tenantId, { callName: 'Piet' })
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim' })
  self = await house.member(tenantId, 'participant', { participantId: selam, name: 'Selam' })
  other = await house.member(tenantId, 'participant', { participantId: piet, name: 'Piet' })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  await reaching(house, tenantId, piet, other, SELF_REACH)
})
afterAll(() => house.close())

describe('my week', () => {
  test('an appointment, a step and a promise stand on their day; the days are said as people say them', async () => {
    await must(planAppointment, { kind: 'conversation', day: addDays(today, 1), time: '11:00', minutes: 60, place: 'Plein 1' })
    const { goalId } = await must(addGoal, { title: 'Onder de mensen', area: 'contacts' })
    await must(addSteps, { goalId, steps: [{ title: 'Mee met de wandelgroep', plannedOn: today, plannedAt: '10:00' }] })
    await must(addAgreement, { promisedBy: 'participant', words: 'Ik bel af', until: addDays(today, 2) })
    const week = await must(getMyWeek, {}, self)
    expect(week.days.map(({ items }) => items.map(item => item.kind))).toEqual([
      ['step'],
      ['appointment'],
      ['promise'],
      [],
      [],
      [],
      [],
    ])
    const html = viewMyWeek(week, contextFor('nl'))
    expect(html).toContain('Vandaag, ')
    expect(html).toContain('Morgen, ')
    expect(html).toContain('Gesprek met Kim')
    expect(html).toContain('Niets gepland')
  })

  test('another week is asked for by its first day; nobody else sees it', async () => {
    const later = await must(getMyWeek, { from: addDays(today, 7) }, self)
    expect(later.days[0]?.day).toBe(addDays(today, 7))
    expect(later.days.every(({ items }) => items.length === 0)).toBe(true)
    expect(viewMyWeek(later, contextFor('nl'))).toContain('Dat mag')
    const refusal = { ok: false, code: 'notFound' }
    expect(await house.runner.run(getMyWeek, other, { participantId: selam })).toEqual(refusal)
    expect(await house.runner.run(getMyWeek, coach, { participantId: selam })).toEqual(refusal)
    expect(await house.runner.run(getMyWeek, self, { participantId: newId<ParticipantId>() })).toEqual(refusal)
    expect(await house.runner.run(getMyWeek, self, { participantId: selam, from: 'morgen' })).toMatchObject({
      code: 'invalidInput',
      field: 'from',
    })
  })
})

test('what the coach promised is asked about; what I said stands there and can be taken back', async () => {
  const { agreementId } = await must(addAgreement, { promisedBy: 'coach', words: 'Kim belt op vrijdag' })
  const page = async () => viewMyAgreements(await must(getPlanSheet, {}, self), contextFor('nl'))
  expect(await page()).toContain('Is dit gedaan?')
  const { version } = await must(markPromise, { agreementId, version: 1, outcome: 'notKept', words: 'Ik wachtte' }, self)
  expect(await page()).toContain('Jij zei: het is niet gedaan.')
  expect(await page()).toContain('Ik wachtte')
  await must(unmarkPromise, { agreementId, version }, self)
  expect(await page()).not.toContain('Jij zei')
})

test('recognition is there for a step that did not work', async () => {
  const { goalId } = await must(addGoal, { title: 'Nederlands', area: 'skills' })
  const { stepIds } = await must(addSteps, {
    goalId,
    steps: [
      { title: 'Bellen', recognitionKind: 'outing', recognitionWords: 'koffie op het terras' },
      { title: 'Nog eens', recognitionKind: 'card', recognitionWords: 'een kaartje' },
    ],
  })
  await must(answerStep, { stepId: stepIds[0], version: 1, answer: 'didNotWork' }, self)
  const html = viewMyRecognition({ ...(await must(getPlanSheet, {}, self)), options: [] }, contextFor('nl'))
  expect(html).toContain('Koffie op het terras')
  expect(html).toContain('Omdat je het probeerde: Bellen')
  expect(html).toContain('Als je dit doet, of probeert: Nog eens')
})

test.each([
  ['nl', 'Mijn week', 'Mijn afspraken', 'Mijn waardering'],
  ['en', 'My week', 'My agreements', 'My recognition'],
  ['ar', 'أسبوعي', 'اتفاقاتي', 'تقديري'],
] as const)('%s: every page, no word left out', async (lang, week, agreements, recognition) => {
  const context = contextFor(lang)
  const sheet = await must(getPlanSheet, {}, self)
  const pages = [
    viewMyWeek(await must(getMyWeek, {}, self), context),
    viewMyAgreements(sheet, context),
    viewMyRecognition({ ...sheet, options: [] }, context),
  ]
  expect(pages.map(html => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1])).toEqual([week, agreements, recognition])
  for (const html of pages) expect(html).not.toMatch(/\{\{|undefined/)
})
