import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { addGoal } from '#plans'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { getConversation } from './get-conversation.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let stranger: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach')
  stranger = await house.member(tenantId, 'coach')
  await reaching(house, tenantId, selam, coach)
})
afterAll(() => house.close())

test('what lies on the table: the first name, the plan and the places, and one line that says so', async () => {
  await house.runner.run(addGoal, coach, { participantId: selam, title: 'Buiten', area: 'takingPart' })
  expect(await house.runner.run(getConversation, coach, { participantId: selam })).toMatchObject({
    ok: true,
    value: { callName: 'Selam', plan: { goals: [{ title: 'Buiten' }] }, placements: [] },
  })
  const lines = await house.owner.query(`select slices from access_line where use_case = 'desk.getConversation'`)
  expect(lines.rows).toEqual([{ slices: ['name', 'plan', 'placements', 'referral'] }])
})

test('after a referral, what the person said then lies on the table of the coach who accepted it', async () => {
  const desk = await house.member(tenantId, 'serviceplein')
  const said = { callName: 'Mohamed', surname: 'Haddad', birthDate: '1990-01-02', wish: 'Ik wil buiten zijn', wishLanguage: 'en' }
  const receiver = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  const { participantId } = await anAcceptedReferral(house, desk, receiver, said)
  expect(await house.runner.run(getConversation, receiver, { participantId })).toMatchObject({
    ok: true,
    value: { saidAtReferral: { words: 'Ik wil buiten zijn', language: 'en' } },
  })
})

test('a stranger, and an unknown id, get the same answer', async () => {
  const no = { ok: false, code: 'notFound' }
  expect(await house.runner.run(getConversation, stranger, { participantId: selam })).toEqual(no)
  expect(await house.runner.run(getConversation, coach, { participantId: '00000000-0000-7000-8000-000000000000' })).toEqual(no)
})
