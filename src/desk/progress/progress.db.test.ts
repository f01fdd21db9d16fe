import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, formFields, type PageRequest } from '#platform'
import { activateTrajectory, amendTrajectory, changeCoordinator, endTrajectory, pauseTrajectory } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { trajectoryPage } from '../municipality/trajectory.page.tsx'
import { progressForms } from './forms.ts'
import { progressPage } from './progress.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let desk: Actor
let kim: Actor
let colleague: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  kim = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim' })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Sem' })
})
afterAll(() => house.close())

const requestOf = (actor: Actor, more: Partial<PageRequest>): PageRequest => ({
  lang: 'nl',
  actor,
  now: new Date(),
  today,
  path: '/',
  query: {},
  params: {},
  csrfToken: 'csrf',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
  run: (useCase, input) => house.runner.run(useCase, actor, input),
  ...more,
})
const open = async (
  page: typeof progressPage | typeof trajectoryPage,
  actor: Actor,
  participantId: ParticipantId | string,
  more: Partial<PageRequest> = {},
): Promise<string> => {
  const request = requestOf(actor, { params: { participantId }, ...more })
  const loaded = await page.load(request)
  return loaded.ok ? page.view(loaded.value as never, request) : loaded.code
}
const postsOf = (html: string) => [...html.matchAll(/ action="\/[^"]+\/([a-z]+)"/g)].map(match => match[1])

let born = 0
const aTrajectory = async () => {
  born += 1
  const birthDate = addDays(dayIn(new Date('1970-01-01T12:00:00Z')), born)
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, kim, { birthDate })
  return { participantId, trajectoryId, version: 1 }
}
const aRunningTrajectory = async () => {
  const key = await aTrajectory()
  await house.runner.run(activateTrajectory, kim, key)
  return { ...key, version: 2 }
}

test('forms are those of the table: the coordinator has them, a colleague reads, the municipality amends and hands over', async () => {
  const key = await aRunningTrajectory()
  expect(postsOf(await open(progressPage, kim, key.participantId))).toEqual(
    expect.arrayContaining(['fase', 'pauze', 'aanpassen', 'overdragen', 'afronden', 'terugnemen']),
  )
  expect(postsOf(await open(progressPage, colleague, key.participantId))).toEqual([])
  expect(postsOf(await open(trajectoryPage, desk, key.participantId))).toEqual(['aanpassen', 'overdragen'])
})

test('during the intake nobody is in a phase; somebody unknown is not found', async () => {
  const { participantId } = await aTrajectory()
  const html = await open(progressPage, kim, participantId)
  expect(html).not.toContain('aria-current="step"')
  expect(postsOf(html)).toContain('begin')
  expect(await open(progressPage, kim, newId<ParticipantId>())).toBe('notFound')
})

test('what was said about a pause or an ending is on the page of the coordinator, not on that of the municipality', async () => {
  const key = await aRunningTrajectory()
  const pause = { pausedOn: today, returnOn: addDays(today, 20), pauseReason: 'health', pauseWords: 'Een geheime kwaal' }
  await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })
  expect(await open(progressPage, kim, key.participantId)).toContain('Een geheime kwaal')
  const read = await open(trajectoryPage, desk, key.participantId)
  expect(read).toContain('gezondheid')
  expect(read).not.toContain('geheime')
  const ending = { endedOn: today, endReason: 'ownWish', endWords: 'Een geheime reden' }
  await house.runner.run(endTrajectory, kim, { ...key, version: 3, ...ending })
  expect(await open(progressPage, kim, key.participantId)).toContain('Een geheime reden')
  const ended = await open(trajectoryPage, desk, key.participantId)
  expect(ended).not.toContain('geheime')
  expect(ended).toContain('Hoe ver we kwamen')
  expect(ended).toContain('Er was geen evaluatie')
  expect(postsOf(ended)).toContain('terugnemen')
})

test('a colleague reads who guides: not why it stands still or ended, no history, and no tabs that lead nowhere', async () => {
  const key = await aRunningTrajectory()
  const pause = { pausedOn: today, returnOn: addDays(today, 20), pauseReason: 'health', pauseWords: 'Een geheime kwaal' }
  await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })
  const paused = await open(progressPage, colleague, key.participantId)
  expect(paused).toContain('Kim')
  expect(paused).toContain('De begeleider kijkt weer op')
  for (const shut of ['gezondheid', 'geheime', 'Wat er veranderde', '/tijdlijn"']) expect(paused).not.toContain(shut)
  expect(await open(progressPage, kim, key.participantId)).toContain('/tijdlijn"')
  await house.runner.run(endTrajectory, kim, { ...key, version: 3, endedOn: today, endReason: 'ownWish', endWords: '' })
  const ended = await open(progressPage, colleague, key.participantId)
  expect(ended).not.toContain('wil zelf stoppen')
})

test('two who amend: both texts are on the page, with the newest version in the form', async () => {
  const key = await aRunningTrajectory()
  const content = { type: 'socialActivation', law: 'wmo', voluntary: true, startedOn: today, amendmentReason: 'Andere wet.' }
  await house.runner.run(amendTrajectory, desk, { ...key, ...content })
  const typed = formFields(
    new Map(
      Object.entries({ ...content, law: 'wgs', voluntary: 'yes', version: '2' }).map(([name, value]) => [name, [String(value)]]),
    ),
  )
  const form = progressForms.find(each => each.id === 'desk.amendTrajectory')
  if (form === undefined) throw new Error('No form')
  const params = { participantId: key.participantId, trajectoryId: key.trajectoryId }
  const refusal = await house.runner.run(form.useCase, kim, form.input(typed, params))
  if (refusal.ok) throw new Error('Not refused')
  const html = await open(progressPage, kim, key.participantId, {
    params,
    form: { id: form.id, fields: typed, errors: [{ field: '', code: refusal.code, params: {} }], refusal },
  })
  expect(html).toContain('op-conflict')
  expect(html).toContain('Nu opgeslagen, door')
  expect(html).toContain('Laat staan wat er nu staat')
  expect(html).toContain('Andere wet.')
  expect(html).toMatch(/name="version" value="3"/)
})

test('appointments go along unless somebody says otherwise; what was chosen comes back with the form', async () => {
  const key = await aRunningTrajectory()
  const ticked = /name="withAppointments"[^>]* checked=""/
  expect(await open(progressPage, kim, key.participantId)).toMatch(ticked)
  expect(await open(trajectoryPage, desk, key.participantId)).toMatch(ticked)
  const handing = progressForms.find(each => each.id === 'desk.changeCoordinator')
  if (handing === undefined) throw new Error('No form')
  const params = { participantId: key.participantId, trajectoryId: key.trajectoryId }
  const unticked = formFields(new Map(Object.entries({ reason: ['Verlof.'], version: ['2'] })))
  expect(handing.input(unticked, params)).toMatchObject({ withAppointments: false })
  const refusal = await house.runner.run(handing.useCase, kim, handing.input(unticked, params))
  if (refusal.ok) throw new Error('Not refused')
  const errors = [{ field: 'coordinatorId', code: refusal.code, params: {} }]
  const html = await open(progressPage, kim, key.participantId, {
    params,
    form: { id: handing.id, fields: unticked, errors, refusal },
  })
  expect(html).toContain('withAppointments')
  expect(html).not.toMatch(ticked)
})

test('who got a trajectory can give it back, and reads to whom and what goes with it', async () => {
  const key = await aRunningTrajectory()
  await house.runner.run(changeCoordinator, kim, { ...key, coordinatorId: colleague.membershipId, reason: 'Verlof.' })
  const html = await open(progressPage, colleague, key.participantId)
  expect(html).toContain('Het traject gaat terug naar Kim.')
  expect(html).toContain('Jij kunt daarna niet meer in het dossier.')
  expect(await open(trajectoryPage, desk, key.participantId)).toContain('Het traject gaat terug naar Kim.')
})

test('in English it is complete', async () => {
  const key = await aRunningTrajectory()
  const html = await open(progressPage, kim, key.participantId, { lang: 'en' })
  expect(html).toContain('Where we are')
  expect(html).toContain('Wishes and plan')
})
