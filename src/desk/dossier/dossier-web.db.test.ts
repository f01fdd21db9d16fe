import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import { type Actor, readBodies, serveForms, servePages, type ServeParts, systemClock } from '#platform'
import { addGoal, addSteps, getPlan } from '#plans'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { referralPath } from '../links.ts'
import { deskPaths } from '../web/paths.ts'
import { dossierPage } from './dossier.page.tsx'
import { dossierForms } from './forms.ts'

type Signed = Actor & { readonly token: string }
const WISH = 'Ik wil weer buiten zijn'
let house: TestHouse
let app: FastifyInstance
let tenantId: TenantId
let participantId: ParticipantId
let coach: Signed
let elsewhere: Signed
let stranger: Signed

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  elsewhere = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  stranger = await house.member(tenantId, 'coach')
  const said = { callName: 'Amira', surname: 'Nur', birthDate: '1990-01-02', wish: WISH, wishLanguage: 'nl' }
  ;({ participantId } = await anAcceptedReferral(house, desk, coach, said))
  await reaching(house, tenantId, participantId, elsewhere)
  const parts: ServeParts = {
    runner: house.runner,
    actors: house.actors,
    clock: systemClock,
    secret: 's'.repeat(40),
    ownOrigin: undefined,
    demo: false,
    signInPath: '/aanmelden',
    tokenOf: request => {
      const token = request.cookies['session']
      return token === undefined ? undefined : { token, via: 'cookie' }
    },
    navigation: () => [],
    errorPage: (_context, kind) => `fout: ${kind}`,
  }
  app = fastify({ logger: false })
  await app.register(cookie)
  await readBodies(app, 100_000)
  servePages(app, parts, [dossierPage])
  serveForms(app, parts, dossierForms)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const open = async (query = '', as: Signed = coach): Promise<string> =>
  (await app.inject({ url: `${deskPaths.dossier(participantId)}${query}`, cookies: { session: as.token } })).body
const post = async (url: string, fields: Readonly<Record<string, string>>, as: Signed = coach) => {
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await open())?.[1] ?? ''
  return app.inject({
    method: 'POST',
    url,
    cookies: { session: as.token },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ _csrf: csrf, _key: newId(), ...fields }).toString(),
  })
}

test('an empty dossier begins with what was said at the referral, and offers to start talking once', async () => {
  const html = await open()
  expect(html).toContain(WISH)
  expect(html).toContain('Neem over als wens')
  expect(html.split('Gesprek starten')).toHaveLength(2)
})

test('only who received the referral has the way to it', async () => {
  expect(await open()).toContain('href="/aanmeldingen/')
  expect(await open('', elsewhere)).not.toContain(`href="${referralPath('')}`)
})

test('one tap makes it a wish; a stranger finds nothing to tap, and nothing is offered twice', async () => {
  const no = await post(deskPaths.takeOverWish(participantId), { words: WISH, language: 'nl' }, stranger)
  expect(no.statusCode).toBeGreaterThanOrEqual(400)
  const done = await post(deskPaths.takeOverWish(participantId), { words: WISH, language: 'nl' })
  expect(done.headers.location).toBe(`${deskPaths.dossier(participantId)}#over`)
  const plan = await house.runner.run(getPlan, coach, { participantId })
  expect(plan).toMatchObject({ ok: true, value: { wishes: [{ words: WISH, language: 'nl', kind: 'wish' }] } })
  expect(await open()).not.toContain('Neem over als wens')
})

test('what is folded opens by its address, without a script', async () => {
  const folded = (html: string) => /<details class="op-details">\s*<summary>Alles over Amira/.test(html)
  expect(folded(await open())).toBe(true)
  const html = await open('?open=over')
  expect(folded(html)).toBe(false)
  expect(html).toMatch(/<details class="op-details" open="">\s*<summary>Alles over Amira/)
})

test('the goal of the next step stands open, the goal of another area is folded until it is asked for', async () => {
  const goal = async (title: string, area: 'contacts' | 'skills'): Promise<string> => {
    const added = await house.runner.run(addGoal, coach, { participantId, title, area })
    if (!added.ok) throw new Error(added.code)
    return added.value.goalId
  }
  const first = await goal('Vaker onder mensen', 'contacts')
  const other = await goal('Beter Nederlands', 'skills')
  await house.runner.run(addSteps, coach, { participantId, goalId: first as never, steps: [{ title: 'Koffie drinken' }] })
  const html = await open()
  expect(html).toContain(`<section class="op-card op-goal" id="goal-${first}">`)
  expect(html).toContain(`<details class="op-card op-goal op-goal--folded" id="goal-${other}">`)
  expect(await open(`?doel=${other}`)).toContain(`<details class="op-card op-goal op-goal--folded" id="goal-${other}" open="">`)
})

test('a day that does not exist opens the fold of the note, keeps what was typed and says it at the field', async () => {
  const refused = await post(deskPaths.addNote(participantId), {
    words: 'Samen koffie gedronken',
    kind: 'visit',
    happenedOn: '2026-02-31',
  })
  expect(refused.body).toContain('Samen koffie gedronken')
  expect(refused.body).toMatch(/<details class="op-details" open="">\s*<summary>Soort contact en dag/)
})

test('a step that did not work stays in sight with the way to a smaller one', async () => {
  const plan = await house.runner.run(getPlan, coach, { participantId })
  if (!plan.ok) throw new Error(plan.code)
  const step = plan.value.goals.flatMap(goal => goal.steps).find(({ title }) => title === 'Koffie drinken')
  await post(deskPaths.answerStep(participantId, step?.id ?? ''), { version: String(step?.version), answer: 'didNotWork' })
  const html = await open()
  expect(html).toContain('Maak een kleinere stap')
  expect(html).toContain(`kleiner=${step?.id}`)
})
