import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, addMonths, dayIn, type ParticipantId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { activateTrajectory, amendAdvice, amendReferral, decideAdvice, sendAdvice } from '#trajectories'
import { anAcceptedReferral, referralInput } from '#trajectories/test-kit'
import { getTimeline, type Happening } from './get-timeline.ts'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor
let elsewhere: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId
let referralId: string

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  actor: Actor,
  useCase: UseCase<Input, Output>,
  words: object,
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId, ...words })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const told = async (actor: Actor, useCase: string): Promise<Happening | undefined> =>
  (await must(actor, getTimeline, {})).happenings.find(happening => happening.useCase === useCase)

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  desk = await house.member(tenantId, 'serviceplein', { name: 'Noor' })
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId), name: 'Mirjam' })
  elsewhere = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
  ;({ participantId, trajectoryId, referralId } = await anAcceptedReferral(house, desk, coach))
  await reaching(house, tenantId, participantId, elsewhere, { reads: ['name', 'log', 'referral', 'trajectory'], writes: [] })
})
afterAll(() => house.close())

test('a referral that was amended tells who did it and why, to the organisation that has it', async () => {
  const { phone: _, ...content } = referralInput(coach.organisationId)
  await must(desk, amendReferral, {
    ...content,
    referralId,
    version: 2,
    reason: 'Zit veel thuis, sinds de verhuizing.',
    amendmentReason: 'De verhuizing stond er niet bij.',
  })
  expect(await told(coach, 'trajectories.amendReferral')).toMatchObject({
    by: { name: 'Noor' },
    about: [{ entity: 'referral', words: 'Ik wil weer onder de mensen zijn.', why: 'De verhuizing stond er niet bij.' }],
  })
  expect(JSON.stringify(await told(elsewhere, 'trajectories.amendReferral'))).not.toContain('De verhuizing')
})

test('an advice tells why it was amended, and what the municipality said with its decision; only to who may read it', async () => {
  const plannedEndOn = addDays(today, 60)
  await must(coach, activateTrajectory, { trajectoryId, version: 1, plannedEndOn })
  const content = {
    direction: 'extension',
    summary: 'Van thuis naar de wandelgroep.',
    growth: 'Spreekt zelf met de juf.',
    because: 'Nog een half jaar.',
    extendUntil: addMonths(plannedEndOn, 6),
  }
  const { adviceId } = await must(coach, sendAdvice, { trajectoryId, version: 0, ...content })
  await must(coach, amendAdvice, { adviceId, version: 2, ...content, because: 'Nog vier maanden.', reason: 'Beter geteld' })
  await must(desk, decideAdvice, { adviceId, version: 3, decision: 'otherwise', words: 'Drie maanden is genoeg.' })
  expect(await told(coach, 'trajectories.amendAdvice')).toMatchObject({
    by: { name: 'Mirjam' },
    about: [{ entity: 'advice', why: 'Beter geteld' }],
  })
  expect(await told(coach, 'trajectories.decideAdvice')).toMatchObject({
    by: { name: 'Noor' },
    about: expect.arrayContaining([expect.objectContaining({ entity: 'advice', why: 'Drie maanden is genoeg.' })]),
  })
  expect(await told(elsewhere, 'trajectories.amendAdvice')).toBeUndefined()
})
