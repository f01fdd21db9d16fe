import { afterAll, beforeAll, expect, test } from 'vitest'
import { CalendarDay, newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import { getBsn, getPerson, rectifyName, searchPeople, updateContact } from './index.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let stranger: Actor
let desk: Actor
let deskElsewhere: Actor
let self: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  await aParticipant(house, tenantId, { callName: 'Sélma', surname: "d'Hondt", birthDate: CalendarDay.parse('1970-01-02') })
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Samen') })
  desk = await house.member(tenantId, 'serviceplein')
  deskElsewhere = await house.member(await house.municipality('Anders'), 'serviceplein')
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
})
afterAll(() => house.close())

const names = async (actor: Actor, q: string): Promise<readonly string[]> => {
  const answer = await house.runner.run(searchPeople, actor, { q })
  return answer.ok ? answer.value.people.map(person => person.callName) : [answer.code]
}

test('search finds a part of the name without accents, for each no further than their reach', async () => {
  expect(await names(desk, 'sel')).toEqual(['Selam', 'Sélma'])
  expect(await names(desk, 'dhondt')).toEqual([])
  expect(await names(desk, 'D Hondt')).toEqual(['Sélma'])
  expect(await names(coach, 'sel')).toEqual(['Selam'])
  expect(await names(stranger, 'sel')).toEqual([])
  expect(await names(deskElsewhere, 'sel')).toEqual([])
})

test('one letter or a wildcard does not list everybody', async () => {
  expect(await names(desk, 's')).toEqual([])
  expect(await names(desk, '%%')).toEqual([])
})

test('contact data: the postcode is written as people expect, the next version is asked for', async () => {
  const saved = await house.runner.run(updateContact, coach, {
    participantId: selam,
    phone: '06 12 34 56 78',
    postcode: '2405ab',
    language: 'ti',
    channels: ['sms'],
    version: 1,
  })
  expect(saved).toMatchObject({ ok: true, value: { contact: { postcode: '2405 AB', version: 2 } } })
  expect(await house.runner.run(updateContact, self, { participantId: selam, phone: '0687654321', version: 1 })).toMatchObject({
    ok: false,
    code: 'versionConflict',
    details: { current: { phone: '06 12 34 56 78', version: 2 } },
  })
  expect(await house.runner.run(getPerson, self, { participantId: selam })).toMatchObject({
    ok: true,
    value: { person: { callName: 'Selam' }, contact: { language: 'ti', channels: ['sms'], version: 2 } },
  })
})

test('a name is rectified and found under the new name', async () => {
  expect(
    await house.runner.run(rectifyName, desk, { participantId: selam, callName: 'Selam', surname: 'Tesfaye', version: 1 }),
  ).toMatchObject({ ok: true, value: { person: { surname: 'Tesfaye', version: 2 } } })
  expect(await names(coach, 'tesfaye')).toEqual(['Selam'])
  expect(
    await house.runner.run(rectifyName, desk, { participantId: selam, callName: 'S', surname: 'T', version: 1 }),
  ).toMatchObject({ ok: false, code: 'versionConflict', details: { current: { surname: 'Tesfaye' } } })
  expect(
    await house.runner.run(rectifyName, coach, { participantId: selam, callName: 'Selam', surname: 'Tesfay', version: 2 }),
  ).toMatchObject({ ok: true, value: { person: { version: 3 } } })
  expect(await names(desk, 'tesfaye')).toEqual([])
})

test('outside the reach everything answers as for an unknown id', async () => {
  const unknown = newId<ParticipantId>()
  const refusal = { ok: false, code: 'notFound' }
  for (const [actor, participantId] of [
    [stranger, selam],
    [coach, unknown],
    [desk, unknown],
    [deskElsewhere, selam],
  ] as const) {
    expect(await house.runner.run(getPerson, actor, { participantId })).toEqual(refusal)
    expect(await house.runner.run(updateContact, actor, { participantId, version: 1 })).toEqual(refusal)
    expect(await house.runner.run(rectifyName, actor, { participantId, callName: 'A', surname: 'B', version: 1 })).toEqual(
      refusal,
    )
  }
})

test('the citizen service number is not for a coach, not even of an own participant', async () => {
  expect(await house.runner.run(getBsn, coach, { participantId: selam })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(getBsn, self, { participantId: selam })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(getBsn, desk, { participantId: selam })).toEqual({ ok: false, code: 'notFound' })
})
