import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { getPerson } from '#people'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { listAccess, listReach, SELF_REACH } from './index.ts'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let desk: Actor
let stranger: Actor
let self: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Coach Kim' })
  desk = await house.member(tenantId, 'serviceplein', { name: 'Balie Veenrijk' })
  stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
  self = await house.member(tenantId, 'participant', { participantId: selam, name: 'Selam' })
  await reaching(house, tenantId, selam, coach)
  await house.owner.query(`update access_grant set purpose = 'coordinate' where membership_id = $1`, [coach.membershipId])
  await reaching(house, tenantId, selam, self, SELF_REACH)
})
afterAll(() => house.close())

test('the person reads who looked: one line a person and day, with the reason, without the own reading', async () => {
  await house.runner.run(getPerson, coach, { participantId: selam })
  await house.runner.run(getPerson, coach, { participantId: selam })
  await house.runner.run(getPerson, self, { participantId: selam })
  await house.runner.run(getPerson, desk, { participantId: selam })
  const answer = await house.runner.run(listAccess, self, { participantId: selam })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      looks: [
        {
          day: today,
          name: 'Balie Veenrijk',
          role: 'serviceplein',
          times: 1,
          lookedAt: ['person'],
          purpose: 'municipalTask',
          legalBases: [],
        },
        {
          day: today,
          name: 'Coach Kim',
          organisationName: 'De Brug Welzijn',
          times: 1,
          wrote: false,
          lookedAt: ['person'],
          purpose: 'coordinate',
          legalBases: ['test'],
        },
      ],
    },
  })
  expect(answer.ok && answer.value.looks).toHaveLength(2)
})

test('what was before the asked period is left out; two days are two lines', async () => {
  await house.owner.query(
    `insert into access_line (tenant_id, participant_id, id, at, membership_id, organisation_id, role, use_case, kind, slices)
     values ($1, $2, $3, now() - interval '10 days', $4, $5, 'coach', 'plans.addGoal', 'write', '{plan}')`,
    [tenantId, selam, newId(), coach.membershipId, coach.organisationId],
  )
  const days = async (period: string) => {
    const answer = await house.runner.run(listAccess, coach, { participantId: selam, period })
    return answer.ok ? answer.value.looks.filter(look => look.name === 'Coach Kim').map(look => [look.day, look.wrote]) : answer
  }
  expect(await days('month')).toEqual([
    [today, false],
    [addDays(today, -10), true],
  ])
  expect(await days('week')).toEqual([[today, false]])
})

test('who may look now, without the person self', async () => {
  expect(await house.runner.run(listReach, self, { participantId: selam })).toMatchObject({
    ok: true,
    value: { reach: [{ name: 'Coach Kim', organisationName: 'De Brug Welzijn', ground: 'trajectory' }] },
  })
  const answer = await house.runner.run(listReach, self, { participantId: selam })
  expect(answer.ok && answer.value.reach).toHaveLength(1)
})

test('nobody else reads it, and an unknown id answers the same', async () => {
  const refusal = { ok: false, code: 'notFound' }
  for (const [actor, participantId] of [
    [stranger, selam],
    [desk, selam],
    [self, newId<ParticipantId>()],
  ] as const) {
    expect(await house.runner.run(listAccess, actor, { participantId })).toEqual(refusal)
    expect(await house.runner.run(listReach, actor, { participantId })).toEqual(refusal)
  }
})
