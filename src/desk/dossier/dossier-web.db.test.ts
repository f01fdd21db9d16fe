import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { FORMER_REACH } from '#sharing'
import { addGoal, addSteps, getPlan } from '#plans'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { referralPath } from '../links.ts'
import { deskWeb } from '../index.ts'
import { deskPaths } from '../web/paths.ts'

type Signed = Actor & { readonly token: string }
const WISH = 'Ik wil weer buiten zijn'
let house: TestHouse
let door: FrontDoor
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
  door = await openFrontDoor(house, deskWeb)
})
afterAll(async () => {
  await door.close()
  await house.close()
})

const open = async (query = '', as: Signed = coach): Promise<string> =>
  (await door.get(`${deskPaths.dossier(participantId)}${query}`, as)).body
const post = (url: string, fields: Readonly<Record<string, string>>, as: Signed = coach) =>
  door.post(url, fields, as, deskPaths.dossier(participantId))

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

test('who guided until a hand-over reads the plan along: nothing to fill in, and every way on leads somewhere', async () => {
  const former = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  await reaching(house, tenantId, participantId, former, FORMER_REACH)
  const html = /<main[\s\S]*<\/main>/.exec(await open('', former))?.[0] ?? ''
  expect(html).toContain('Je leest het plan van Amira mee')
  expect(html).not.toContain('<form')
  const ways = [...html.matchAll(/href="(\/deelnemers\/[^"#]+)/g)].map(found => found[1] ?? '')
  expect(ways).toContain(deskPaths.print(participantId))
  for (const way of ways) expect([way, (await door.get(way, former)).statusCode]).toEqual([way, 200])
})
