import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { COLLEAGUE_REACH, inviteParticipant, SELF_REACH } from './index.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let colleague: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, colleague, COLLEAGUE_REACH)
})
afterAll(() => house.close())

const invite = (actor: Actor, email: string, participantId = selam) =>
  house.runner.run(inviteParticipant, actor, { participantId, email, language: 'en' })

test('only the coordinator invites; an unknown id answers the same', async () => {
  expect(await invite(colleague, 'selam@test.example')).toEqual({ ok: false, code: 'notFound' })
  expect(await invite(coach, 'selam@test.example', newId<ParticipantId>())).toEqual({ ok: false, code: 'notFound' })
})

test('an address that is none is refused at its field', async () => {
  expect(await invite(coach, 'selam')).toMatchObject({ code: 'invalidInput', field: 'email' })
})

test('the person gets a sign-in to the own dossier and nothing else, once', async () => {
  const invited = await invite(coach, 'Selam@test.example')
  expect(invited.ok).toBe(true)
  const grants = await house.owner.query(
    `select m.role, m.name, m.participant_id, g.reads, g.writes from access_grant g
     join membership m on m.tenant_id = g.tenant_id and m.id = g.membership_id where g.ground = 'self' and g.participant_id = $1`,
    [selam],
  )
  expect(grants.rows).toEqual([
    { role: 'participant', name: 'Selam', participant_id: selam, reads: SELF_REACH.reads, writes: SELF_REACH.writes },
  ])
  expect(await invite(coach, 'other@test.example')).toMatchObject({ ok: false, code: 'alreadyDone' })
})

test('two who invite at once make one sign-in', async () => {
  const yusuf = await aParticipant(house, tenantId)
  await reaching(house, tenantId, yusuf, coach)
  // Connections that are open already: otherwise the first is done before the second has one.
  const open = await Promise.all(Array.from({ length: 4 }, () => house.pool.connect()))
  open.forEach(client => client.release())
  const answers = await Promise.all(['een', 'twee', 'drie', 'vier'].map(name => invite(coach, `${name}@test.example`, yusuf)))
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(answers.filter(answer => !answer.ok && answer.code === 'alreadyDone')).toHaveLength(3)
  const grants = await house.owner.query(`select from access_grant where ground = 'self' and participant_id = $1`, [yusuf])
  expect(grants.rowCount).toBe(1)
})
