import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, type ParticipantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { acceptReferral, activateTrajectory, getIntake, planReview, saveAdvice, saveIntake, sendReferral } from '#trajectories'
import { anAcceptedReferral, referralInput } from '#trajectories/test-kit'
import { getAdvicePreparation } from './advice/get-advice-preparation.ts'
import { getDossier } from './dossier/get-dossier.ts'
import { getReviewList } from './review/get-review-list.ts'
import { getReviewPreparation } from './review/get-review-preparation.ts'

const today = dayIn(new Date())
let house: TestHouse
let participantId: ParticipantId
/** Two colleagues, who coordinate one trajectory of the same person each. */
let led: readonly { readonly coach: Actor; readonly trajectoryId: TrajectoryId }[]

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  const desk = await house.member(tenantId, 'serviceplein')
  const kim = await house.member(tenantId, 'coach', { organisationId: brug })
  const sem = await house.member(tenantId, 'coach', { organisationId: brug })
  const first = await anAcceptedReferral(house, desk, kim)
  participantId = first.participantId
  const again = referralInput(brug, { trajectoryType: 'networkCoaching', knownPerson: participantId })
  const sent = await house.runner.run(sendReferral, desk, again)
  if (!sent.ok) throw new Error(sent.code)
  const accepted = await house.runner.run(acceptReferral, sem, { ...sent.value, version: 1 })
  if (!accepted.ok) throw new Error(accepted.code)
  led = [
    { coach: kim, trajectoryId: first.trajectoryId },
    { coach: sem, trajectoryId: accepted.value.trajectoryId },
  ]
  for (const { coach, trajectoryId } of led) {
    const active = { participantId, trajectoryId, version: 1, plannedEndOn: addDays(today, 60) }
    expect(await house.runner.run(activateTrajectory, coach, active)).toMatchObject({ ok: true })
  }
})
afterAll(() => house.close())

test('each gets the own intake and the own advice to write in, and what is offered can be saved', async () => {
  for (const { coach, trajectoryId } of led) {
    const intake = await house.runner.run(getIntake, coach, { participantId })
    expect(intake).toMatchObject({ value: { own: true, trajectory: { id: trajectoryId } } })
    const key = { participantId, trajectoryId, version: 0 }
    expect(await house.runner.run(saveIntake, coach, { ...key, wish: 'Naar buiten.' })).toMatchObject({ ok: true })
    const advice = await house.runner.run(getAdvicePreparation, coach, { participantId })
    expect(advice).toMatchObject({ value: { trajectory: { id: trajectoryId } } })
    expect(await house.runner.run(saveAdvice, coach, { ...key, summary: 'Zo ging het.' })).toMatchObject({ ok: true })
  }
})

test('the intake of the other is there to read, not to write in', async () => {
  const [kim, sem] = led
  const read = await house.runner.run(getIntake, kim?.coach as Actor, { participantId, trajectoryId: sem?.trajectoryId })
  expect(read).toMatchObject({ value: { own: false, intake: { wish: 'Naar buiten.' } } })
})

test('each plans reviews in the own trajectory, and writes down what those led to only', async () => {
  for (const { coach, trajectoryId } of led) {
    const list = await house.runner.run(getReviewList, coach, { participantId })
    expect(list).toMatchObject({ value: { running: { trajectoryId } } })
    const planned = await house.runner.run(planReview, coach, { participantId, trajectoryId, plannedOn: today })
    if (!planned.ok) throw new Error(planned.code)
    const { reviewId } = planned.value
    for (const { coach: reader } of led)
      expect(await house.runner.run(getReviewPreparation, reader, { participantId, reviewId })).toMatchObject({
        value: { own: reader === coach },
      })
    const dossier = await house.runner.run(getDossier, coach, { participantId })
    if (!dossier.ok) throw new Error(dossier.code)
    expect(dossier.value.trajectories.filter(({ own }) => own).map(({ id }) => id)).toEqual([trajectoryId])
  }
})
