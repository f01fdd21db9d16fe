import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { addMonths, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { answerCorrection, askCorrection, withdrawCorrection } from '#people'
import { reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { SELF_REACH } from '#sharing'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { getToday } from '../today/get-today.ts'
import { viewToday } from '../today/today.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let colleague: Actor
let self: Actor

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Record<string, unknown> = {},
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, input)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const todayOf = async (actor: Actor, lang: PageContext['lang'] = 'nl'): Promise<string> =>
  viewToday(await must(getToday, actor), {
    lang,
    actor,
    now: new Date(),
    today,
    path: '/vandaag',
    query: {},
    params: {},
    csrfToken: 'token',
    formKey: () => newId<string>(),
    notice: undefined,
    form: undefined,
    navigation: [],
    demo: false,
  })
const ask = (about: string) => must(askCorrection, self, { participantId: selam, about, words: 'Dat klopt niet' })

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  const accepted = await anAcceptedReferral(house, desk, coach)
  selam = accepted.participantId
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, self, SELF_REACH)
})
afterAll(() => house.close())

test('what somebody asked to correct stands on Today of who coordinates, one line each, until it is answered', async () => {
  expect((await must(getToday, coach)).corrections).toEqual([])
  const first = await ask('contact')
  const second = await ask('plan')
  expect((await must(getToday, coach)).corrections).toMatchObject([
    { correctionId: first.correctionId, name: 'Selam', about: 'contact', askedOn: today, answerBy: addMonths(today, 1) },
    { correctionId: second.correctionId, name: 'Selam', about: 'plan' },
  ])
  const html = await todayOf(coach)
  expect(html).toContain('Selam vraagt iets te verbeteren: adres of telefoon')
  expect(html).toContain(`href="/deelnemers/${selam}/eigen#vraag-${first.correctionId}"`)
  expect(html).not.toContain('Dat klopt niet')
  expect(await todayOf(coach, 'en')).toContain('Selam asks to correct something: plan')

  await must(answerCorrection, coach, { participantId: selam, ...first, outcome: 'changed' })
  await must(withdrawCorrection, self, { participantId: selam, ...second })
  expect((await must(getToday, coach)).corrections).toEqual([])
  expect(await todayOf(coach)).not.toContain('vraagt iets te verbeteren')
})

test('a colleague without the dossier is told nothing', async () => {
  await ask('other')
  expect((await must(getToday, coach)).corrections).toHaveLength(1)
  expect((await must(getToday, colleague)).corrections).toEqual([])
})
