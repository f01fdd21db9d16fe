import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type ParticipantId, type ReviewId, type TenantId, type TrajectoryId } from '#kernel'
import { planReviewTalk } from '#desk'
import { listAppointments, moveAppointment } from '#contacts'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, factsTask, type Reaction } from '#platform'
import { cancelReview, holdReview, listReviews, moveReview, planReview } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { reviewInDiary } from '../../src/shell/reactions/review-in-diary.ts'

/** A review and its moment in the diary are two records: facts keep them saying the same. */
const today = dayIn(new Date())
const tomorrow = addDays(today, 1)
const later = addDays(today, 9)

let house: TestHouse
let tenantId: TenantId
let coach: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId
let reactions: Readonly<Record<string, Reaction>>

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  ;({ participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach))
  reactions = reviewInDiary(house.runner)
})
afterAll(() => house.close())

const tellFacts = (): Promise<void> => factsTask(house.pool, reactions)({ tenantId })
/** The same fact comes again: a job that stopped half-way tells it twice. */
const tellAgain = (name: string, payload: object): Promise<void> =>
  Promise.resolve(reactions[name]?.({ tenantId, name, payload: { ...payload }, at: new Date() }))

const aTalk = async (): Promise<ReviewId> => {
  const talk = { participantId, trajectoryId, plannedOn: tomorrow, time: '10:30', place: 'De Brug' }
  const planned = await house.runner.run(planReviewTalk, coach, talk)
  if (!planned.ok) throw new Error(planned.code)
  return planned.value.reviewId
}
const momentOf = async (reviewId: ReviewId) => {
  const listed = await house.runner.run(listAppointments, coach, { participantId })
  if (!listed.ok) throw new Error(listed.code)
  const sql = `select id, state, version, to_char(starts_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as at
    from appointment where review_id = $1`
  const found = await house.owner.query<{ id: string; state: string; version: number; at: string }>(sql, [reviewId])
  return found.rows
}
const reviewOf = async (reviewId: ReviewId) => {
  const listed = await house.runner.run(listReviews, coach, { participantId })
  if (!listed.ok) throw new Error(listed.code)
  return listed.value.reviews.find(({ id }) => id === reviewId)
}

test('a review that is moved takes its moment along, at the same time of day', async () => {
  const reviewId = await aTalk()
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'planned', at: `${tomorrow} 10:30` }])
  await house.runner.run(moveReview, coach, { participantId, reviewId, version: 1, plannedOn: later })
  await tellFacts()
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'planned', at: `${later} 10:30` }])
})

test('a moment that is moved takes its review along, and does not come back as a second move', async () => {
  const reviewId = await aTalk()
  const [moment] = await momentOf(reviewId)
  const moved = { participantId, appointmentId: moment?.id, version: moment?.version, day: later, time: '14:00', minutes: 60 }
  expect((await house.runner.run(moveAppointment, coach, moved)).ok).toBe(true)
  await tellFacts()
  await tellFacts()
  expect(await reviewOf(reviewId)).toMatchObject({ plannedOn: later, version: 2 })
  expect(await momentOf(reviewId)).toMatchObject([{ at: `${later} 14:00`, version: 2 }])
})

test('a review that is called off leaves the diary', async () => {
  const reviewId = await aTalk()
  await house.runner.run(cancelReview, coach, { participantId, reviewId, version: 1 })
  await tellFacts()
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'cancelled' }])
})

test('a review that was held is held in the diary too', async () => {
  const reviewId = await aTalk()
  await house.runner.run(holdReview, coach, { participantId, reviewId, version: 1 })
  await tellFacts()
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'held' }])
})

test('told twice nothing changes any more: the same day, the same state, one moment', async () => {
  const reviewId = await aTalk()
  await house.runner.run(moveReview, coach, { participantId, reviewId, version: 1, plannedOn: later })
  await tellFacts()
  await tellAgain('ReviewMoved', { participantId, reviewId, day: later })
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'planned', at: `${later} 10:30` }])
  await tellAgain('ReviewTalkMoved', { participantId, reviewId, day: later })
  expect(await reviewOf(reviewId)).toMatchObject({ plannedOn: later, version: 2 })
  await house.runner.run(holdReview, coach, { participantId, reviewId, version: 2 })
  await tellFacts()
  await tellAgain('ReviewHeld', { participantId, reviewId })
  expect(await momentOf(reviewId)).toMatchObject([{ state: 'held' }])
})

test('a review without a moment, and one that is nobody’s, are told and done with', async () => {
  const planned = await house.runner.run(planReview, coach, { participantId, trajectoryId, plannedOn: tomorrow })
  if (!planned.ok) throw new Error(planned.code)
  const { reviewId } = planned.value
  await house.runner.run(moveReview, coach, { participantId, reviewId, version: 1, plannedOn: later })
  await tellFacts()
  expect(await momentOf(reviewId)).toEqual([])
  await tellAgain('ReviewMoved', { participantId, reviewId: newId<ReviewId>(), day: later })
  const open = await house.owner.query('select count(*)::int as n from outbox_fact where handled_at is null and name like $1', [
    'Review%',
  ])
  expect(open.rows[0]).toEqual({ n: 0 })
})
