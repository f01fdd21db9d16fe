import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { addNote } from '#contacts'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { addGoal, addSteps, addWish, answerStep, getPlan } from '#plans'
import { addLifeAreaNote, closeLifeArea, openLifeArea, pauseTrajectory } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { getTimeline, type Timeline } from './get-timeline.ts'
import { viewTimeline } from './timeline.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let kim: Actor
let yusuf: Actor

const as = async <Input extends z.ZodObject, Output extends z.ZodType>(
  actor: Actor,
  useCase: UseCase<Input, Output>,
  words: object = {},
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId: selam, ...words })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const read = (actor: Actor, asked: object = {}): Promise<Timeline> => as(actor, getTimeline, asked)
const done = ({ happenings }: Timeline): readonly string[] => happenings.map(({ useCase }) => useCase)

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  kim = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim Bakker' })
  yusuf = await house.member(tenantId, 'coach', { name: 'Yusuf Aydin' })
  await reaching(house, tenantId, selam, kim)
  await reaching(house, tenantId, selam, yusuf, { reads: ['name', 'log', 'plan'], writes: ['plan'] })
  await as(kim, addWish, { words: 'Weer onder de mensen' })
  const { goalId } = await as(kim, addGoal, { title: 'Elke week naar buiten', area: 'contacts' })
  await as(kim, addSteps, { goalId, steps: [{ title: 'Koffie drinken bij Toon', who: 'participant' }] })
  await as(kim, addNote, { words: 'Was somber vandaag', kind: 'conversation', happenedOn: today })
  const plan = await as(yusuf, getPlan)
  const step = plan.goals[0]?.steps[0]
  await as(yusuf, answerStep, { stepId: step?.id, version: step?.version, answer: 'didNotWork', ownWords: 'De bus reed niet' })
})
afterAll(() => house.close())

const pageContext = (query: Record<string, string>): PageContext => ({
  lang: 'nl',
  actor: kim,
  now: new Date(),
  today,
  path: '/deelnemers/x/tijdlijn',
  query,
  params: {},
  csrfToken: '',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
})

test('newest first: what was done, by whom, about what, and what was said with it', async () => {
  const timeline = await read(kim)
  expect(done(timeline)).toEqual(['plans.answerStep', 'contacts.addNote', 'plans.addSteps', 'plans.addGoal', 'plans.addWish'])
  expect(timeline.happenings[0]).toMatchObject({
    by: { name: 'Yusuf Aydin', role: 'coach' },
    about: [{ entity: 'step', words: 'Koffie drinken bij Toon', why: 'De bus reed niet' }],
  })
  expect(timeline.happenings[1]).toMatchObject({ by: { name: 'Kim Bakker', organisationName: 'De Brug Welzijn' } })
})

test('only one kind, or only what one member did', async () => {
  expect(done(await read(kim, { kind: 'talks' }))).toEqual(['contacts.addNote'])
  expect(done(await read(kim, { by: yusuf.membershipId }))).toEqual(['plans.answerStep'])
  expect(done(await read(kim, { kind: 'talks', by: yusuf.membershipId }))).toEqual([])
})

test('who may not read notes does not learn that one was written, also not when asking for them', async () => {
  const timeline = await read(yusuf)
  expect(done(timeline)).toEqual(['plans.answerStep', 'plans.addSteps', 'plans.addGoal', 'plans.addWish'])
  expect(JSON.stringify(timeline)).not.toContain('somber')
  expect(done(await read(yusuf, { kind: 'talks' }))).toEqual([])
})

test('from a line on, only what is older', async () => {
  const [newest] = (await read(kim)).happenings
  expect(done(await read(kim, { before: newest?.id }))).toEqual([
    'contacts.addNote',
    'plans.addSteps',
    'plans.addGoal',
    'plans.addWish',
  ])
  expect(done(await read(kim, { before: newId() }))).toEqual([])
})

test('a stranger gets the answer of a dossier that does not exist', async () => {
  const stranger = await house.member(tenantId, 'coach', { name: 'Iemand anders' })
  const [theirs, nobodys] = await Promise.all([
    house.runner.run(getTimeline, stranger, { participantId: selam }),
    house.runner.run(getTimeline, stranger, { participantId: newId() }),
  ])
  expect(theirs).toEqual(nobodys)
  expect(theirs).toMatchObject({ ok: false, code: 'notFound' })
})

test('a life area is named with its reason while it is open, only to who may read it; a pause tells why', async () => {
  const brug = await house.organisation(tenantId, 'welfare', 'De Brug Zuid')
  const desk = await house.member(tenantId, 'serviceplein')
  const coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Nora Blom' })
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach, { callName: 'Bilal', surname: 'Demir' })
  await reaching(house, tenantId, participantId, yusuf, { reads: ['name', 'log', 'trajectory'], writes: [] })
  const tell = (actor: Actor): Promise<Timeline> => as(actor, getTimeline, { participantId })
  const aboutOf = async (actor: Actor, useCase: string) =>
    (await tell(actor)).happenings.find(happening => happening.useCase === useCase)?.about

  const why = { area: 'finances', reason: 'De schulden houden hem wakker.', until: addDays(today, 30) }
  const { lifeAreaId } = await as(coach, openLifeArea, { participantId, ...why })
  await as(coach, addLifeAreaNote, { participantId, lifeAreaId, words: 'Brief van de deurwaarder' })
  const pause = { pausedOn: today, returnOn: addDays(today, 14), pauseReason: 'care', pauseWords: 'Voor zijn moeder' }
  await as(coach, pauseTrajectory, { participantId, trajectoryId, version: 1, ...pause })

  expect(await aboutOf(coach, 'trajectories.openLifeArea')).toEqual([{ entity: 'lifeArea', words: 'finances', why: why.reason }])
  expect(await aboutOf(coach, 'trajectories.addLifeAreaNote')).toEqual([{ entity: 'lifeAreaNote', words: 'finances' }])
  const paused = [{ entity: 'trajectory', words: '', why: 'Voor zijn moeder', code: 'pause.care' }]
  expect(await aboutOf(coach, 'trajectories.pauseTrajectory')).toEqual(paused)
  expect(await aboutOf(yusuf, 'trajectories.pauseTrajectory')).toEqual(paused)
  expect(JSON.stringify(await tell(yusuf))).not.toMatch(/finances|schulden|LifeArea/)
  expect(JSON.stringify(await tell(coach))).not.toContain('deurwaarder')

  const html = viewTimeline(await tell(coach), pageContext({}))
  for (const words of ['Geld en schulden', why.reason, 'Waarom: zorg voor iemand', 'Voor zijn moeder'])
    expect(html).toContain(words)

  await as(coach, closeLifeArea, { participantId, lifeAreaId, version: 1 })
  expect(await aboutOf(coach, 'trajectories.openLifeArea')).toEqual([{ entity: 'lifeArea', words: 'finances' }])
  expect(await aboutOf(coach, 'trajectories.addLifeAreaNote')).toEqual([])
})

test('the page says it in words, and that nothing was found when the filter fits nothing', async () => {
  const html = viewTimeline(await read(kim), pageContext({}))
  expect(html).toContain('Notitie geschreven')
  expect(html).toContain('De bus reed niet')
  const nothing = viewTimeline(await read(kim, { kind: 'money' }), pageContext({ wat: 'money' }))
  expect(nothing).toContain('Niets gevonden')
})
