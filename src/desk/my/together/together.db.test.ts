import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { addGoal, addSteps, answerTogether } from '#plans'
import { listAccess, SELF_REACH } from '#sharing'
import { lookTogether } from './look-together.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let self: Actor
let stepId: StepId

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId), name: 'Kim' })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  const goal = await house.runner.run(addGoal, coach, { participantId: selam, title: 'Onder de mensen', area: 'contacts' })
  if (!goal.ok) throw new Error(goal.code)
  const steps = [{ title: 'Mee met de wandelgroep' }]
  const added = await house.runner.run(addSteps, coach, { participantId: selam, goalId: goal.value.goalId, steps })
  if (!added.ok) throw new Error(added.code)
  stepId = added.value.stepIds[0] as StepId
})
afterAll(() => house.close())

test('coach and person tick off together; the access line, and what the person reads, say so', async () => {
  expect(await house.runner.run(lookTogether, coach, { participantId: selam })).toMatchObject({
    ok: true,
    value: { next: { step: { title: 'Mee met de wandelgroep' } } },
  })
  const done = { participantId: selam, stepId, version: 1, answer: 'done' }
  expect(await house.runner.run(answerTogether, coach, done)).toMatchObject({ ok: true, value: { answer: 'done' } })
  expect(await house.runner.run(answerTogether, coach, done)).toMatchObject({ code: 'versionConflict' })
  const lines = await house.owner.query<{ use_case: string; kind: string }>(
    `select use_case, kind from access_line where participant_id = $1 and outcome = 'allowed' and use_case like '%Together' order by at`,
    [selam],
  )
  expect(lines.rows).toContainEqual({ use_case: 'plans.answerTogether', kind: 'write' })
  expect(lines.rows).toContainEqual({ use_case: 'desk.lookTogether', kind: 'read' })
  const read = await house.runner.run(listAccess, self, { participantId: selam, period: 'week' })
  if (!read.ok) throw new Error(read.code)
  expect(read.value.looks[0]).toMatchObject({ name: 'Kim', wrote: true })
  expect(read.value.looks[0]?.lookedAt).toContain('together')
})

test('a stranger, the person alone and an unknown id get the same answer', async () => {
  const stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Verder'),
  })
  const refusal = { ok: false, code: 'notFound' }
  for (const actor of [stranger, self]) {
    expect(await house.runner.run(lookTogether, actor, { participantId: selam })).toEqual(refusal)
    expect(await house.runner.run(answerTogether, actor, { participantId: selam, stepId, version: 2, answer: 'done' })).toEqual(
      refusal,
    )
  }
  expect(await house.runner.run(lookTogether, coach, { participantId: newId<ParticipantId>() })).toEqual(refusal)
})
