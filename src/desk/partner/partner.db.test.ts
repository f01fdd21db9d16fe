import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type OfferId, type OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { placeAtOffer } from '#plans'
import { confirmOffer } from '#supply'
import { listVisitors } from './list-visitors.ts'

let house: TestHouse
let tenantId: TenantId
let coach: Actor
let library: Actor
let club: Actor
let walks: OfferId
let sewing: OfferId

const offerOf = async (organisationId: OrganisationId, name: string, capacity: number): Promise<OfferId> => {
  const id = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, name, organisation_name, organisation_id, kind, identity_key, capacity)
     values ($1, $2, $3, 'x', $4, 'activity', $3, $5)`,
    [tenantId, id, name, organisationId, capacity],
  )
  return id
}

const places = async (callName: string, surname: string, offerId: OfferId): Promise<ParticipantId> => {
  const participantId = await aParticipant(house, tenantId, { callName, surname })
  await reaching(house, tenantId, participantId, coach)
  const placed = await house.runner.run(placeAtOffer, coach, { participantId, offerId, area: 'contacts' })
  if (!placed.ok) throw new Error(JSON.stringify(placed))
  return participantId
}

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const bieb = await house.organisation(tenantId, 'partner', 'Bibliotheek')
  const other = await house.organisation(tenantId, 'partner', 'Naaiclub')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  library = await house.member(tenantId, 'partner', { organisationId: bieb })
  club = await house.member(tenantId, 'partner', { organisationId: other })
  walks = await offerOf(bieb, 'Wandelen', 1)
  sewing = await offerOf(other, 'Naaien', 5)
  await places('Selam', 'Tesfay', walks)
  await places('Ahmed', 'Haddad', walks)
  await places('Piet', 'de Vries', sewing)
})
afterAll(() => house.close())

test('a partner sees who comes at the own offers by first name, and how many wait; nothing else of anybody', async () => {
  const answer = await house.runner.run(listVisitors, library, {})
  expect(answer).toMatchObject({
    ok: true,
    value: { offers: [{ offerId: walks, name: 'Wandelen', visitors: [{ name: 'Selam' }], waiting: 1 }] },
  })
  const json = JSON.stringify(answer)
  for (const secret of ['Tesfay', 'Ahmed', 'Haddad', 'Piet', 'Naaien', '1988', 'participantId'])
    expect(json).not.toContain(secret)
})

test('an organisation without anybody of its own sees nobody of another', async () => {
  expect(await house.runner.run(listVisitors, club, {})).toMatchObject({
    ok: true,
    value: { offers: [{ name: 'Naaien', visitors: [{ name: 'Piet' }], waiting: 0 }] },
  })
})

test('only who is a partner asks this', async () => {
  expect(await house.runner.run(listVisitors, coach, {})).toEqual({ ok: false, code: 'notFound' })
})

test('one tap says that the own offer is still right; another organisation’s offer is not found', async () => {
  expect(await house.runner.run(confirmOffer, club, { offerId: walks, version: 1 })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(confirmOffer, library, { offerId: walks, version: 1 })).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
  const answer = await house.runner.run(listVisitors, library, {})
  expect(answer.ok && answer.value.offers[0]?.confirmed?.precision).toBe('day')
})
