import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from 'kysely'
import type { OrganisationId, ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, query } from '#platform'
import { mayFindPeople } from './access.ts'
import { searchPeople } from './index.ts'

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let coach: Actor
let colleague: Actor
let desk: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  desk = await house.member(tenantId, 'serviceplein')
})
afterAll(() => house.close())

const found = async (actor: Actor, q: string): Promise<readonly string[]> => {
  const answer = await house.runner.run(searchPeople, actor, { q })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.people.map(person => person.callName)
}
const called = (callName: string): Promise<ParticipantId> => aParticipant(house, tenantId, { callName })
const changeGrants = (participantId: ParticipantId, set: string) =>
  house.owner.query(`update access_grant set ${set} where participant_id = $1`, [participantId])

test('given a grant to the member, then only that member finds; given one to the organisation, then all who work there', async () => {
  await reaching(house, tenantId, await called('Anna Zeemeeuw'), coach)
  await reaching(house, tenantId, await called('Bert Zeemeeuw'), { organisationId: brug })
  await called('Cor Zeemeeuw')
  expect(await found(coach, 'zeemeeuw')).toEqual(['Anna Zeemeeuw', 'Bert Zeemeeuw'])
  expect(await found(colleague, 'zeemeeuw')).toEqual(['Bert Zeemeeuw'])
  expect(await found(desk, 'zeemeeuw')).toEqual(['Anna Zeemeeuw', 'Bert Zeemeeuw', 'Cor Zeemeeuw'])
})

/** A grant counts by the day here, not by that of the database's clock. */
const TODAY = `(now() at time zone 'Europe/Amsterdam')::date`

test.each([
  ['its last day is today', `valid_until = ${TODAY}`, true],
  ['its last day was yesterday', `valid_until = ${TODAY} - 1`, false],
  ['it begins tomorrow', `valid_from = ${TODAY} + 1`, false],
  ['it was taken back', 'revoked_at = now()', false],
  ['it does not open who somebody is', `reads = '{name,plan}'`, false],
])('given a grant of which %s, then the person is found or not', async (_about, set, isFound) => {
  const callName = `Dirk ${set.replace(/\W+/g, '')}`
  const id = await called(callName)
  await reaching(house, tenantId, id, coach)
  await changeGrants(id, set)
  expect(await found(coach, 'dirk')).toEqual(isFound ? [callName] : [])
  await changeGrants(id, 'revoked_at = now()')
})

test('a search opens no table of people, not even of those whom it may find', async () => {
  const reads = query({
    name: 'test.readsTables',
    summary: 'Reads everybody by itself',
    input: z.object({}),
    output: z.object({ rows: z.number() }),
    access: mayFindPeople,
    run: async ({ db }) => {
      const { rows } = await sql<{ n: number }>`
        select (select count(*) from participant) + (select count(*) from participant_identity) as n`.execute(db)
      return { rows: Number(rows[0]?.n) }
    },
  })
  expect(await house.runner.run(reads, coach, {})).toMatchObject({ value: { rows: 0 } })
  expect(await house.runner.run(reads, desk, {})).not.toMatchObject({ value: { rows: 0 } })
})
