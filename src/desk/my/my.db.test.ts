import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, dayIn, newId, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { addAgreement, addGoal, addSmallerStep, addSteps, addWish, answerStep, undoAnswer } from '#plans'
import { SELF_REACH } from '#sharing'
import { getMyStep } from './get-my-step.ts'
import { getPlanSheet } from './get-plan-sheet.ts'
import { viewMy } from './my.page.tsx'
import { viewMyPeople } from './my-people.page.tsx'
import { viewMyPlan } from './my-plan.page.tsx'
import { viewNot } from './not.page.tsx'
import { viewSheet } from './sheet.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let piet: ParticipantId
let coach: Actor
let self: Actor
let other: Actor
let stranger: Actor
let firstStep: StepId

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId: selam, ...input })
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  piet = await aParticipant(house, tenantId, { callName: 'Piet' })
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim' })
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Verder') })
  self = await house.member(tenantId, 'participant', { participantId: selam, name: 'Selam' })
  other = await house.member(tenantId, 'participant', { participantId: piet, name: 'Piet' })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  await reaching(house, tenantId, piet, other, SELF_REACH)
  await must(addWish, { words: 'أحب النباتات', language: 'ar' }, self)
  const { goalId } = await must(addGoal, { title: 'Onder de mensen', area: 'contacts' })
  const { stepIds } = await must(addSteps, {
    goalId,
    steps: [
      {
        title: 'Mee met de wandelgroep',
        plannedOn: addDays(today, 1),
        plannedAt: '10:00',
        place: 'Plein 1',
        recognitionKind: 'outing',
        recognitionWords: 'Koffie op het terras',
      },
      { title: 'Nog een keer mee' },
    ],
  })
  firstStep = stepIds[0] as StepId
  await must(addAgreement, { promisedBy: 'coach', words: 'Kim gaat mee' })
})
afterAll(() => house.close())

const contextFor = (lang: PageContext['lang'], actor: Actor = self): PageContext => ({
  lang,
  actor,
  now: new Date(),
  today,
  path: '/mijn',
  query: {},
  params: {},
  csrfToken: 'token',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
})

describe('the one next step', () => {
  test('the person sees it with day and place; the answer brings what was agreed, also when it did not work, and can be undone', async () => {
    const before = await must(getMyStep, {}, self)
    expect(before).toMatchObject({
      callName: 'Selam',
      next: { step: { title: 'Mee met de wandelgroep', place: 'Plein 1' } },
      goals: 1,
      stepsDone: 0,
    })
    const answer = { stepId: firstStep, version: 1, answer: 'didNotWork', ownWords: 'Het regende' }
    const { version } = await must(answerStep, answer, self)
    const after = await must(getMyStep, { answered: firstStep }, self)
    expect(after.answered).toMatchObject({ given: { kind: 'outing', words: 'Koffie op het terras' }, smaller: false })
    const html = viewMy(after, contextFor('nl'))
    expect(html).toContain('Proberen telt, Selam')
    expect(html).toContain('Koffie op het terras')
    expect(html).toContain('Vraag het aan mijn coach')
    await must(undoAnswer, { stepId: firstStep, version }, self)
    expect((await must(getMyStep, { answered: firstStep }, self)).answered).toBeUndefined()
    expect((await must(getMyStep, {}, self)).next?.step.id).toBe(firstStep)
  })

  test('a smaller step that is left to the coach is the coach’s turn; it is not offered again', async () => {
    await must(answerStep, { stepId: firstStep, version: 3, answer: 'notYet' }, self)
    await must(addSmallerStep, { stepId: firstStep, title: 'Samen bedenken', who: 'coach', recognitionKind: 'none' }, self)
    const my = await must(getMyStep, { answered: firstStep }, self)
    expect(my.answered?.smaller).toBe(true)
    expect(viewMy(my, contextFor('nl'))).not.toContain('Vraag het aan mijn coach')
  })

  test('who has an empty plan is told what to do, with a link to it', async () => {
    const my = await house.runner.run(getMyStep, other, { participantId: piet })
    if (!my.ok) throw new Error(my.code)
    const html = viewMy(my.value, contextFor('nl', other))
    expect(html).toContain('Fijn dat je er bent, Piet')
    expect(html).toContain('href="/mijn/plan#wens"')
  })
})

test('nobody else opens it: another participant, a stranger and an unknown id get the same answer; a coach has no own step', async () => {
  const refusal = { ok: false, code: 'notFound' }
  const unknown = newId<ParticipantId>()
  expect(await house.runner.run(getMyStep, other, { participantId: selam })).toEqual(refusal)
  expect(await house.runner.run(getMyStep, coach, { participantId: selam })).toEqual(refusal)
  expect(await house.runner.run(getMyStep, self, { participantId: unknown })).toEqual(refusal)
  for (const actor of [other, stranger])
    expect(await house.runner.run(getPlanSheet, actor, { participantId: selam })).toEqual(refusal)
  expect((await house.runner.run(getPlanSheet, coach, { participantId: selam })).ok).toBe(true)
  const stolen = { participantId: selam, stepId: firstStep, version: 4, answer: 'done' }
  expect(await house.runner.run(answerStep, other, stolen)).toEqual(refusal)
})

describe('in three languages', () => {
  const words = {
    nl: { my: 'Je volgende stap', plan: 'Wat ik graag wil', people: 'Mijn mensen', not: 'Het lukte niet', dir: 'ltr' },
    en: { my: 'Your next step', plan: 'What I would like', people: 'My people', not: 'It did not work', dir: 'ltr' },
    ar: { my: 'خطوتك التالية', plan: 'ما أتمناه', people: 'من يساعدني', not: 'لم ينجح الأمر', dir: 'rtl' },
  } as const

  test.each(['nl', 'en', 'ar'] as const)(
    '%s: every page, with words of the plan in their own language and direction',
    async lang => {
      const context = contextFor(lang)
      const sheet = await must(getPlanSheet, {}, self)
      const step = sheet.plan.goals.flatMap(goal => goal.steps).find(each => each.state === 'open' && each.who === 'participant')
      if (step === undefined) throw new Error('no step')
      const my = viewMy(await must(getMyStep, {}, self), context)
      expect(my).toContain(`<html lang="${lang}" dir="${words[lang].dir}">`)
      expect(my).toContain(words[lang].my)
      expect(my).toContain(`<span lang="nl" dir="auto">${step.title}</span>`)
      expect(viewMyPlan(sheet, context)).toContain(words[lang].plan)
      expect(viewMyPlan(sheet, context)).toContain('lang="ar" dir="auto">أحب النباتات')
      expect(viewMyPeople(sheet, context)).toContain(words[lang].people)
      expect(viewNot({ participantId: selam, step }, context)).toContain(words[lang].not)
      expect(viewSheet(sheet, context)).toContain('Onder de mensen')
      for (const html of [my, viewMyPlan(sheet, context), viewSheet(sheet, context)]) expect(html).not.toMatch(/\{\{|undefined/)
    },
  )
})
