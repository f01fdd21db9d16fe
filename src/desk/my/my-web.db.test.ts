import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { addGoal, addRecognitionOption, addSteps, getPlan, removeStep } from '#plans'
import { SELF_REACH } from '#sharing'
import { myForms, myPages } from './index.ts'

let house: TestHouse
let door: FrontDoor
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let self: Actor & { readonly token: string }
let other: Actor & { readonly token: string }

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  const piet = await aParticipant(house, tenantId, { callName: 'Piet' })
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  other = await house.member(tenantId, 'participant', { participantId: piet })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  await reaching(house, tenantId, piet, other, SELF_REACH)
  door = await openFrontDoor(house, { pages: myPages, forms: myForms })
})
afterAll(async () => {
  await door.close()
  await house.close()
})

const get = (url: string, as: { readonly token: string } = self) => door.get(url, as)
const post = (url: string, fields: Record<string, string>, as = self) =>
  door.post(url, { participantId: selam, ...fields }, as, '/mijn/plan')
const aStep = async (title: string): Promise<StepId> => {
  const goal = await house.runner.run(addGoal, coach, { participantId: selam, title: `Doel van ${title}`, area: 'contacts' })
  if (!goal.ok) throw new Error(goal.code)
  const { goalId } = goal.value
  const steps = await house.runner.run(addSteps, coach, {
    participantId: selam,
    goalId,
    steps: [{ title, plannedOn: '2026-01-05' }],
  })
  const stepId = steps.ok ? steps.value.stepIds[0] : undefined
  if (stepId === undefined) throw new Error('no step')
  return stepId
}
const stored = async (stepId: StepId) => {
  const plan = await house.runner.run(getPlan, coach, { participantId: selam })
  return plan.ok ? plan.value.goals.flatMap(goal => goal.steps).find(step => step.id === stepId) : undefined
}

test('one tap: done, thanked on the next page, and taken back', async () => {
  const stepId = await aStep('Bellen')
  const done = await post(`/mijn/stappen/${stepId}/gedaan`, { version: '1' })
  expect([done.statusCode, done.headers.location]).toEqual([303, `/mijn?stap=${stepId}`])
  expect((await get(`/mijn?stap=${stepId}`)).body).toContain('Goed gedaan, Selam!')
  const late = await post(`/mijn/stappen/${stepId}/gedaan`, { version: '1' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Deze stap is net veranderd')
  expect(late.body).not.toContain('op-error-summary')
  expect((await post(`/mijn/stappen/${stepId}/terug`, { version: '2' })).statusCode).toBe(303)
  expect(await stored(stepId)).toMatchObject({ state: 'open' })
})

test('it did not work: own words are kept, an empty smaller step asks for words, the coach gets the thinking', async () => {
  const stepId = await aStep('Langsgaan')
  const nothing = await post(`/mijn/stappen/${stepId}/lukte-niet`, { version: '1', ownWords: 'Het regende' })
  expect(nothing.statusCode).toBe(400)
  expect(nothing.body).toContain('Het regende')
  const tried = await post(`/mijn/stappen/${stepId}/lukte-niet`, { version: '1', answer: 'didNotWork', ownWords: 'Het regende' })
  expect(tried.statusCode).toBe(303)
  expect(await stored(stepId)).toMatchObject({ state: 'didNotWork', ownWords: 'Het regende' })
  const empty = await post(`/mijn/stappen/${stepId}/kleiner`, { title: '' })
  expect(empty.statusCode).toBe(400)
  expect(empty.body).toContain('Schrijf hier je kleinere stap')
  const asked = await post(`/mijn/stappen/${stepId}/vraag-coach`, {})
  expect(asked.statusCode).toBe(303)
  const plan = await house.runner.run(getPlan, coach, { participantId: selam })
  const smaller = plan.ok ? plan.value.goals.flatMap(goal => goal.steps).find(step => step.smallerThan === stepId) : undefined
  expect(smaller).toMatchObject({ who: 'coach', title: 'Samen een kleinere stap bedenken', state: 'open' })
})

test('a wish of one’s own is added and can be taken back', async () => {
  const added = await post('/mijn/plan/wensen', { kind: 'wish', words: 'Leren fietsen', language: 'nl' })
  expect(added.headers.location).toBe('/mijn/plan#wens')
  expect((await get('/mijn/plan')).body).toContain('Leren fietsen')
  const plan = await house.runner.run(getPlan, coach, { participantId: selam })
  const wish = plan.ok ? plan.value.wishes.find(each => each.words === 'Leren fietsen') : undefined
  expect((await post(`/mijn/plan/wensen/${wish?.id}/weg`, { version: '1' })).statusCode).toBe(303)
  expect((await get('/mijn/plan')).body).not.toContain('Leren fietsen')
})

test('the recognition is chosen from the list or in own words, and the choice is taken back', async () => {
  const beheer = await house.member(tenantId, 'beheer')
  const added = await house.runner.run(addRecognitionOption, beheer, {
    kind: 'outing',
    words: 'Naar de dierentuin',
    countsAs: 'nothing',
  })
  const optionId = added.ok ? added.value.optionId : ''
  const stepId = await aStep('Zwemmen')
  expect((await get('/mijn/plan')).body).toContain(`/mijn/waardering?stap=${stepId}#kiezen`)
  const page = await get(`/mijn/waardering?stap=${stepId}`)
  expect(page.body).toContain('Kies je waardering')
  expect(page.body).toContain('Naar de dierentuin')

  const chosen = await post(`/mijn/waardering/stappen/${stepId}`, {
    version: '1',
    choice: optionId,
    recognitionWords: 'Blijft weg',
  })
  expect([chosen.statusCode, chosen.headers.location]).toEqual([303, `/mijn/waardering#kies-${stepId}`])
  expect(await stored(stepId)).toMatchObject({ recognition: { kind: 'outing', words: 'Naar de dierentuin' }, version: 2 })
  expect((await post(`/mijn/waardering/stappen/${stepId}/terug`, { version: '2' })).statusCode).toBe(303)
  expect((await stored(stepId))?.recognition).toEqual({ kind: 'compliment', words: '' })

  const empty = await post(`/mijn/waardering/stappen/${stepId}`, { version: '3', choice: 'other' })
  expect([empty.statusCode, empty.body.includes('Schrijf hier wat je fijn zou vinden')]).toEqual([400, true])
  const late = await post(`/mijn/waardering/stappen/${stepId}`, { version: '1', choice: 'other', recognitionWords: 'Een ijsje' })
  expect([late.statusCode, late.body.includes('Een ijsje'), late.body.includes('net veranderd')]).toEqual([409, true, true])
  const own = { version: '3', choice: 'other', recognitionWords: 'Een ijsje' }
  expect((await post(`/mijn/waardering/stappen/${stepId}`, own, other)).statusCode).toBe(404)
  expect((await post(`/mijn/waardering/stappen/${stepId}`, own)).statusCode).toBe(303)
  expect((await get('/mijn/plan?lang=ar')).body).toContain('Een ijsje')
})

test('of a goal too; and when the step is gone meanwhile, what was typed is still there', async () => {
  const stepId = await aStep('Dansen')
  const goalId = (await stored(stepId))?.goalId
  const own = { version: '1', choice: 'other', recognitionWords: 'Met de trein weg' }
  expect((await post(`/mijn/waardering/doelen/${goalId}`, own)).statusCode).toBe(303)
  expect((await get('/mijn/waardering?lang=en')).body).toContain('When you reach this goal: Doel van Dansen')
  expect((await post(`/mijn/waardering/doelen/${goalId}/terug`, { version: '2' })).statusCode).toBe(303)
  expect((await get('/mijn/waardering')).body).not.toContain('Met de trein weg')
  await house.runner.run(removeStep, coach, { participantId: selam, stepId, version: 1 })
  const gone = await post(`/mijn/waardering/stappen/${stepId}`, own)
  expect(gone.statusCode).toBe(404)
  expect(gone.body).toContain('Met de trein weg')
  const told = await post(`/mijn/stappen/${stepId}/lukte-niet`, { version: '1', answer: 'notYet', ownWords: 'De bus kwam niet' })
  expect([told.statusCode, told.body.includes('niet meer in je plan'), told.body.includes('De bus kwam niet')]).toEqual([
    404,
    true,
    true,
  ])
})

test('another participant gets the same page as for something that is not there', async () => {
  const stepId = await aStep('Koken')
  expect((await post(`/mijn/stappen/${stepId}/gedaan`, { version: '1' }, other)).statusCode).toBe(404)
  expect((await get(`/mijn/stappen/${stepId}/lukte-niet`, other)).statusCode).toBe(404)
  expect((await get(`/mijn/stappen/${newId<string>()}/lukte-niet`, self)).statusCode).toBe(404)
  expect((await get('/mijn/stappen/geen-nummer/lukte-niet')).statusCode).toBe(404)
  expect((await get('/mijn?stap=geen-nummer')).statusCode).toBe(200)
  expect((await get('/mijn', other)).body).not.toContain('Koken')
  expect((await get('/mijn', { token: 'nobody' })).statusCode).toBe(303)
  expect(await stored(stepId)).toMatchObject({ state: 'open' })
})

test('every own page opens in Dutch, English and Arabic', async () => {
  for (const page of [
    '/mijn',
    '/mijn/plan',
    '/mijn/plan/afdrukken',
    '/mijn/mensen',
    '/mijn/inzage',
    '/mijn/inzage?periode=alles',
  ]) {
    for (const lang of ['nl', 'en', 'ar']) {
      const answer = await get(`${page}${page.includes('?') ? '&' : '?'}lang=${lang}`)
      expect([page, lang, answer.statusCode]).toEqual([page, lang, 200])
      expect(answer.body).toContain(`<html lang="${lang}"`)
      expect(answer.body).not.toMatch(/\{\{|undefined/)
    }
  }
})
