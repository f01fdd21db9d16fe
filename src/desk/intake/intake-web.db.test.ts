import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, type ParticipantId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type FrontDoor, openFrontDoor, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import { getIntake, listLifeAreas } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { deskPaths } from '../web/paths.ts'
import { intakeWeb } from './index.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'

type Signed = Actor & { readonly token: string }
const today = dayIn(new Date())
let house: TestHouse
let door: FrontDoor
let tenantId: TenantId
let participantId: ParticipantId
let trajectoryId: TrajectoryId
let coach: Signed
let self: Signed

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId), name: 'Coach Kim' })
  ;({ participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach))
  self = await house.member(tenantId, 'participant', { participantId })
  await reaching(house, tenantId, participantId, self, SELF_REACH)
  door = await openFrontDoor(house, intakeWeb)
})
afterAll(async () => {
  await door.close()
  await house.close()
})

const get = (url: string, as: Signed = coach) => door.get(url, as)
const post = (
  url: string,
  fields: Readonly<Record<string, string>>,
  as: Signed = coach,
  page = deskPaths.intake(participantId),
) => door.post(url, fields, as, page)
const intake = async () => {
  const answer = await house.runner.run(getIntake, coach, { participantId })
  return answer.ok ? answer.value.intake : undefined
}
const openArea = async (): Promise<string> => {
  const answer = await house.runner.run(listLifeAreas, coach, { participantId })
  return answer.ok ? (answer.value.running[0]?.id ?? '') : ''
}
const route = (path: string, more: Readonly<Record<string, string>> = {}) => at(path, { participantId, trajectoryId, ...more })

test('the page begins with what was said at the referral, and shows that life areas are shut', async () => {
  const { statusCode, body } = await get(deskPaths.intake(participantId))
  expect(statusCode).toBe(200)
  expect(body).toContain('Ik wil weer onder de mensen zijn.')
  expect(body).toContain('Er is nu geen leefgebied open.')
})

test('an intake is saved; what was not talked about has no answer; a second writer sees both texts', async () => {
  const typed = { wish: 'Naar buiten', rest: 'yes', place: 'none', obstacles: 'Slaapt slecht' }
  const saved = await post(route(INTAKE_ROUTES.save), { version: '0', ...typed })
  expect([saved.statusCode, saved.headers.location]).toEqual([303, deskPaths.intake(participantId)])
  expect(await intake()).toMatchObject({ wish: 'Naar buiten', stability: { rest: 'yes' }, version: 1 })
  const late = await post(route(INTAKE_ROUTES.save), { version: '0', ...typed, obstacles: 'Mijn tekst' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Slaapt slecht')
  expect(late.body).toContain('Mijn tekst')
  expect(late.body).toContain('Coach Kim')
  expect((await post(route(INTAKE_ROUTES.undo), { version: '1' })).statusCode).toBe(303)
  expect(await intake()).toMatchObject({ wish: '', version: 2 })
})

test('support first is agreed with a day, and a day in the past stands at its field with what was typed', async () => {
  const typed = { support: 'Samen naar de huisarts', supportBy: 'wijkteam' }
  const past = await post(route(INTAKE_ROUTES.support), { version: '2', ...typed, lookAgainOn: addDays(today, -1) })
  expect(past.statusCode).toBe(400)
  expect(past.body).toContain('Kies vandaag of een dag die nog komt.')
  expect(past.body).toContain('Samen naar de huisarts')
  expect((await post(route(INTAKE_ROUTES.support), { version: '2', ...typed, lookAgainOn: today })).statusCode).toBe(303)
  const { body } = await get(deskPaths.intake(participantId))
  expect(body).toContain('Het is tijd om opnieuw te kijken')
  expect((await post(route(INTAKE_ROUTES.goOn), { version: '3' })).statusCode).toBe(303)
  expect(await intake()).toMatchObject({ state: 'talking', version: 4 })
})

test('an area opens with a reason and a day; the person reads it, objects, and reads the answer', async () => {
  const open = { area: 'finances', reason: 'De schulden houden haar wakker.', until: addDays(today, 30) }
  expect((await post(route(INTAKE_ROUTES.open), { ...open, reason: '' })).body).toContain('Schrijf op waarom dit nodig is.')
  expect((await post(route(INTAKE_ROUTES.open), open)).statusCode).toBe(303)
  expect((await post(route(INTAKE_ROUTES.open), open)).body).toContain('Dit leefgebied is al open.')
  const lifeAreaId = await openArea()
  expect((await post(route(INTAKE_ROUTES.addNote, { lifeAreaId }), { words: 'Brief van de deurwaarder' })).statusCode).toBe(303)

  const mine = await get(deskPaths.myLifeArea(lifeAreaId), self)
  expect(mine.body).toContain('De schulden houden haar wakker.')
  expect(mine.body).toContain('Brief van de deurwaarder')
  const objection = { participantId, version: '1', words: 'Dat is mijn zaak.', language: 'nl' }
  expect(
    (await post(at(INTAKE_ROUTES.object, { lifeAreaId }), { ...objection, words: ' ' }, self, deskPaths.myLifeArea(lifeAreaId)))
      .statusCode,
  ).toBe(400)
  expect(
    (await post(at(INTAKE_ROUTES.object, { lifeAreaId }), objection, self, deskPaths.myLifeArea(lifeAreaId))).statusCode,
  ).toBe(303)
  expect((await get(deskPaths.intake(participantId))).body).toContain('bezwaar, nog geen antwoord')
  expect((await post(route(INTAKE_ROUTES.answer, { lifeAreaId }), { version: '2', words: 'Ik sluit het.' })).statusCode).toBe(303)
  expect((await get(deskPaths.myLifeArea(lifeAreaId), self)).body).toContain('Ik sluit het.')

  expect((await post(route(INTAKE_ROUTES.close, { lifeAreaId }), { version: '3' })).statusCode).toBe(303)
  expect((await get(deskPaths.lifeArea(participantId, lifeAreaId))).statusCode).toBe(404)
  const after = await get(deskPaths.intake(participantId))
  expect(after.body).toContain('Eerder open')
  expect(after.body).not.toContain('De schulden houden haar wakker.')
  expect((await get(deskPaths.myLifeArea(lifeAreaId), self)).statusCode).toBe(200)
})
