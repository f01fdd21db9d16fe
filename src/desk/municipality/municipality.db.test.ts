import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { addNote } from '#contacts'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { addAgreement, addGoal, addWish } from '#plans'
import { getProgress } from '#trajectories'
import { getTrajectoryState } from './get-trajectory-state.ts'
import { viewTrajectory } from './trajectory.page.tsx'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let desk: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim Bakker' })
  desk = await house.member(tenantId, 'serviceplein', { name: 'Noor' })
  await reaching(house, tenantId, selam, coach)
  const trajectoryId = newId<string>()
  await house.owner.query(
    `insert into trajectory (tenant_id, id, participant_id, type, law, state, organisation_id, coordinator_id, started_on, planned_end_on)
     values ($1, $2, $3, 'socialActivation', 'participatiewet', 'active', $4, $5, $6, $7)`,
    [tenantId, trajectoryId, selam, brug, coach.membershipId, addDays(today, -40), addDays(today, 300)],
  )
  await house.owner.query(
    `insert into review (tenant_id, id, participant_id, trajectory_id, planned_on, state) values ($1, $2, $3, $4, $5, 'planned')`,
    [tenantId, newId(), selam, trajectoryId, addDays(today, -2)],
  )
  const say = async <Input extends z.ZodObject, Output extends z.ZodType>(useCase: UseCase<Input, Output>, words: object) => {
    const answer = await house.runner.run(useCase, coach, { participantId: selam, ...words })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
  await say(addWish, { words: 'Een geheime wens' })
  await say(addGoal, { title: 'Een geheim doel', area: 'contacts' })
  await say(addNote, { words: 'Een geheime notitie', kind: 'conversation', happenedOn: today })
  await say(addAgreement, { promisedBy: 'coach', words: 'Een geheime afspraak' })
  await say(addAgreement, { promisedBy: 'participant', words: 'Ik kom elke dinsdag', forMunicipality: true })
})
afterAll(() => house.close())

test('the municipality sees state, dates, coordinator, reviews and the marked agreements; no note, no plan', async () => {
  const answer = await house.runner.run(getTrajectoryState, desk, { participantId: selam })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      callName: 'Selam',
      trajectories: [
        {
          state: 'active',
          organisationName: 'De Brug Welzijn',
          coordinatorName: 'Kim Bakker',
          startedOn: addDays(today, -40),
          plannedEndOn: addDays(today, 300),
          reviews: [{ plannedOn: addDays(today, -2), state: 'planned', overdue: true }],
        },
      ],
      agreements: [{ words: 'Ik kom elke dinsdag', promisedBy: 'participant', state: 'open' }],
    },
  })
  expect(JSON.stringify(answer)).not.toMatch(/geheim/i)
})

const readBoth = async () => {
  const state = await house.runner.run(getTrajectoryState, desk, { participantId: selam })
  const progress = await house.runner.run(getProgress, desk, { participantId: selam })
  if (!state.ok || !progress.ok) throw new Error('Not read')
  return { state: state.value, progress: progress.value }
}
const contextIn = (lang: 'nl' | 'en'): PageContext => ({
  lang,
  actor: desk,
  now: new Date(),
  today,
  path: '/trajecten/x',
  query: {},
  params: {},
  csrfToken: '',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
})

test('the page says it in Dutch and in English', async () => {
  const data = await readBoth()
  expect(viewTrajectory(data, contextIn('nl'))).toContain('Sociale activering')
  expect(viewTrajectory(data, contextIn('en'))).toContain('should have been held')
})

test('an unknown id, another municipality and another role get the same answer', async () => {
  const elsewhere = await house.municipality('Elders')
  const foreign = await house.member(elsewhere, 'serviceplein')
  const refusal = { ok: false, code: 'notFound' }
  expect(await house.runner.run(getTrajectoryState, desk, { participantId: newId<ParticipantId>() })).toEqual(refusal)
  expect(await house.runner.run(getTrajectoryState, foreign, { participantId: selam })).toEqual(refusal)
  expect(await house.runner.run(getTrajectoryState, coach, { participantId: selam })).toEqual(refusal)
})

test('after the end nothing is planned, late or still to come', async () => {
  await house.owner.query(
    `update trajectory set state = 'ended', ended_on = $3, end_reason = 'other' where tenant_id = $1 and participant_id = $2`,
    [tenantId, selam, today],
  )
  const { state, progress } = await readBoth()
  expect(state.trajectories[0]?.reviews).toEqual([{ plannedOn: addDays(today, -2), state: 'cancelled', overdue: false }])
  const html = viewTrajectory({ state, progress }, contextIn('nl'))
  expect(html).toContain('gaat niet door')
  expect(html).not.toContain('kan nog komen')
})
