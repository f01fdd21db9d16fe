import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, dayIn, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { activateTrajectory, decideAdvice, getProgress, sendAdvice, takeBackChange } from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

const plannedEndOn = addDays(dayIn(new Date()), 60)
let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
})
afterAll(() => house.close())

let people = 0
/** An advice that the municipality agreed with: its trajectory has version 3. */
const decided = async (advice: object) => {
  people += 1
  const birthDate = addDays(dayIn(new Date('1980-01-01')), people)
  const about = await anAcceptedReferral(house, desk, coach, { surname: `Tesfay ${people}`, birthDate })
  const { participantId, trajectoryId } = about
  const active = await house.runner.run(activateTrajectory, coach, { participantId, trajectoryId, version: 1, plannedEndOn })
  expect(active).toMatchObject({ ok: true })
  const content = {
    summary: 'Zij ging van thuis naar de groep.',
    growth: 'Zij spreekt zelf.',
    because: 'Het gaat goed.',
    ...advice,
  }
  const sent = await house.runner.run(sendAdvice, coach, { participantId, trajectoryId, version: 0, ...content })
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  const { adviceId } = sent.value
  const agreed = { participantId, adviceId, version: 2, decision: 'agreed' }
  expect(await house.runner.run(decideAdvice, desk, agreed)).toMatchObject({ ok: true })
  return { participantId, trajectoryId, version: 3 }
}
const offered = async (actor: Actor, key: object) => {
  const read = await house.runner.run(getProgress, actor, key)
  return read.ok && read.value.trajectories[0]?.actions.includes('takeBack')
}

test.each([
  ['an ending', { direction: 'stayActive', staysAt: 'Naaiatelier, als vrijwilliger' }],
  ['a longer time', { direction: 'extension', extendUntil: addMonths(plannedEndOn, 6) }],
])('given %s that the municipality decided, when it is taken back, then that is the municipality alone', async (_, advice) => {
  const key = await decided(advice)
  expect([await offered(coach, key), await offered(desk, key)]).toEqual([false, true])
  expect(await house.runner.run(takeBackChange, coach, key)).toMatchObject({ ok: false, code: 'notPossibleNow' })
  expect(await house.runner.run(takeBackChange, desk, key)).toMatchObject({ ok: true })
})
