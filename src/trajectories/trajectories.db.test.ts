import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type ParticipantId, type ReviewId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant } from '#people/test-kit'
import { type Actor, query } from '#platform'
import { z } from 'zod'
import { mayReadTrajectories } from './access.ts'
import {
  activateTrajectory,
  cancelReview,
  dueReviews,
  getTrajectories,
  holdReview,
  listCaseload,
  listReviews,
  moveReview,
  planReview,
} from './index.ts'
import { anAcceptedReferral, aSentReferral } from './test-kit.ts'

const today = dayIn(new Date())
const later = addDays(today, 30)

let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor
let colleague: Actor
let stranger: Actor
let deskElsewhere: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Coach Kim' })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
  deskElsewhere = await house.member(await house.municipality('Anders'), 'serviceplein')
  ;({ participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach))
})
afterAll(() => house.close())

const aReview = async (plannedOn: string = later): Promise<ReviewId> => {
  const answer = await house.runner.run(planReview, coach, { participantId, trajectoryId, plannedOn })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.reviewId
}

test('the municipality and colleagues see state, dates and the name of the coordinator; strangers nothing', async () => {
  for (const actor of [desk, coach, colleague]) {
    expect(await house.runner.run(getTrajectories, actor, { participantId })).toMatchObject({
      ok: true,
      value: { trajectories: [{ state: 'intake', startedOn: today, coordinatorName: 'Coach Kim' }] },
    })
  }
  for (const actor of [stranger, deskElsewhere])
    expect(await house.runner.run(getTrajectories, actor, { participantId })).toEqual({ ok: false, code: 'notFound' })
})

test('the intake ends once, with a planned end after the start', async () => {
  const key = { participantId, trajectoryId, version: 1 }
  expect(await house.runner.run(activateTrajectory, coach, { ...key, plannedEndOn: today })).toMatchObject({
    code: 'invalidInput',
    field: 'plannedEndOn',
  })
  expect(await house.runner.run(activateTrajectory, colleague, key)).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(activateTrajectory, coach, { ...key, plannedEndOn: later })).toMatchObject({ ok: true })
  expect(await house.runner.run(activateTrajectory, coach, key)).toMatchObject({
    code: 'versionConflict',
    details: { current: { state: 'active', version: 2 } },
  })
  expect(await house.runner.run(activateTrajectory, coach, { ...key, version: 2 })).toMatchObject({ code: 'notPossibleNow' })
})

test('a review is planned, moved and held; the next one shows with the trajectory', async () => {
  const reviewId = await aReview()
  expect(await house.runner.run(getTrajectories, desk, { participantId })).toMatchObject({
    value: { trajectories: [{ nextReviewOn: later }] },
  })
  const key = { participantId, reviewId, version: 1 }
  expect((await house.runner.run(moveReview, coach, { ...key, plannedOn: addDays(today, 1) })).ok).toBe(true)
  expect(await house.runner.run(holdReview, coach, key)).toMatchObject({ code: 'versionConflict' })
  expect(await house.runner.run(holdReview, coach, { ...key, version: 2 })).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await house.runner.run(cancelReview, coach, { ...key, version: 3 })).toMatchObject({ code: 'notPossibleNow' })
  const listed = await house.runner.run(listReviews, coach, { participantId })
  expect(listed).toMatchObject({ value: { reviews: [{ id: reviewId, state: 'held', heldOn: today, overdue: false }] } })
})

test('a review in the past, of a stranger or of an unknown trajectory is refused', async () => {
  const input = { participantId, trajectoryId, plannedOn: later }
  expect(await house.runner.run(planReview, coach, { ...input, plannedOn: addDays(today, -1) })).toMatchObject({
    code: 'invalidInput',
    field: 'plannedOn',
  })
  expect(await house.runner.run(planReview, stranger, input)).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(planReview, coach, { ...input, trajectoryId: newId<TrajectoryId>() })).toEqual({
    ok: false,
    code: 'notFound',
  })
})

const myDesk = query({
  name: 'test.myDesk',
  summary: 'What the desk composes',
  input: z.object({}),
  output: z.object({ caseload: z.array(z.string()), due: z.array(z.string()) }),
  access: mayReadTrajectories,
  run: async ({ db, memberId }) => {
    const [caseload, due] = await Promise.all([
      listCaseload(db, tenantId, memberId),
      dueReviews(db, tenantId, memberId, addDays(today, 7)),
    ])
    return { caseload: caseload.map(each => each.participantId), due: due.map(each => each.id) }
  },
})

test('a coach has a caseload and due reviews; a colleague has neither', async () => {
  const soon = await aReview(addDays(today, 7))
  await aReview(addDays(today, 8))
  await aParticipant(house, tenantId, { callName: 'Zonder traject' })
  expect(await house.runner.run(myDesk, coach, {})).toEqual({ ok: true, value: { caseload: [participantId], due: [soon] } })
  expect(await house.runner.run(myDesk, colleague, {})).toEqual({ ok: true, value: { caseload: [], due: [] } })
})

test('an organisation that is asked to take somebody up does not run the trajectory of another', async () => {
  const birthDate = '1991-05-06'
  const running = await anAcceptedReferral(house, desk, coach, { birthDate })
  const planned = await house.runner.run(planReview, coach, { ...running, plannedOn: later })
  if (!planned.ok) throw new Error(planned.code)
  await aSentReferral(house, desk, stranger.organisationId, { birthDate, knownPerson: running.participantId })
  const key = { participantId: running.participantId, trajectoryId: running.trajectoryId }
  const onReview = { participantId: running.participantId, reviewId: planned.value.reviewId, version: 1 }
  const answers = await Promise.all([
    house.runner.run(activateTrajectory, stranger, { ...key, version: 1 }),
    house.runner.run(planReview, stranger, { ...key, plannedOn: later }),
    house.runner.run(moveReview, stranger, { ...onReview, plannedOn: addDays(later, 1) }),
    house.runner.run(holdReview, stranger, onReview),
    house.runner.run(cancelReview, stranger, onReview),
  ])
  expect(answers.map(answer => (answer.ok ? 'done' : answer.code))).toEqual(Array(5).fill('notFound'))
  expect(await house.runner.run(cancelReview, coach, onReview)).toMatchObject({ ok: true })
})
