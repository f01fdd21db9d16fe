import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type ParticipantId, type ReviewId, type TenantId, type TrajectoryId } from '#kernel'
import { finishFilling, startFilling } from '#instruments'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import { cancelReview, holdReview, planReview, showWebAtReview } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { getMyReview } from './get-my-review.ts'
import { getReviewPreparation } from './get-review-preparation.ts'

const today = dayIn(new Date())
const NOT_FOUND = { ok: false, code: 'notFound' }
const WEB = { body: 5, mind: 4, meaning: 5, quality: 5, takingPart: 3, daily: 6 }
const LADDER_2 = { nowContract: 0, nowUnpaidTasks: 0, nowOrganised: 0, nowContacts: 1 }
const LADDER_3 = { nowContract: 0, nowUnpaidTasks: 0, nowOrganised: 1 }

let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor
let stranger: Actor
let self: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId

const fill = async (actor: Actor, key: string, view: string, answers: Record<string, number>): Promise<void> => {
  const started = await house.runner.run(startFilling, actor, { participantId, key, view })
  if (!started.ok) throw new Error(started.code)
  const page = { participantId, filledId: started.value.filledId, version: 1, asked: Object.keys(answers), answers }
  const finished = await house.runner.run(finishFilling, actor, page)
  if (!finished.ok) throw new Error(`${finished.code} ${JSON.stringify(finished)}`)
}
const aReview = async (): Promise<ReviewId> => {
  const answer = await house.runner.run(planReview, coach, { participantId, trajectoryId, plannedOn: today })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.reviewId
}
const prepared = async (reviewId: ReviewId) => {
  const read = await house.runner.run(getReviewPreparation, coach, { participantId, reviewId })
  if (!read.ok) throw new Error(read.code)
  return read.value
}

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const elsewhere = await house.organisation(tenantId, 'welfare', 'Samen Verder')
  stranger = await house.member(tenantId, 'coach', { organisationId: elsewhere })
  ;({ participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach))
  self = await house.member(tenantId, 'participant', { participantId })
  await reaching(house, tenantId, participantId, self, SELF_REACH)
})
afterAll(() => house.close())

test('while no web was filled in there is nothing to choose; a web of the coach alone is no web of the person', async () => {
  const reviewId = await aReview()
  expect((await prepared(reviewId)).web).toBeUndefined()
  await fill(coach, 'web', 'coach', WEB)
  expect((await prepared(reviewId)).web).toBeUndefined()
})

test('a web that was filled in stays away until the person puts it on the table, and goes away again', async () => {
  await fill(self, 'web', 'participant', WEB)
  const reviewId = await aReview()
  expect((await prepared(reviewId)).web).toEqual({ shows: false, version: 0 })
  const choice = { participantId, reviewId, shows: true, version: 0 }
  expect(await house.runner.run(showWebAtReview, self, choice)).toMatchObject({ ok: true, value: { version: 1 } })
  const shown = (await prepared(reviewId)).web
  expect(shown).toMatchObject({ shows: true, chosenAs: 'person', drawing: { moments: [{ answers: WEB }] } })
  expect((await prepared(await aReview())).web, 'for this review only').toEqual({ shows: false, version: 0 })

  const away = { ...choice, shows: false, version: 1 }
  expect(await house.runner.run(showWebAtReview, self, away)).toMatchObject({ ok: true, value: { version: 2 } })
  expect((await prepared(reviewId)).web).toEqual({ shows: false, chosenAs: 'person', version: 2 })
  expect(await house.runner.run(showWebAtReview, coach, { ...choice, version: 2 })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'putAwayByPerson' },
  })
})

test('ticked together it is on the table too, an older version is refused with what stands there, twice is once', async () => {
  const reviewId = await aReview()
  const choice = { participantId, reviewId, shows: true, version: 0 }
  const once = { idempotencyKey: newId<string>() }
  const first = await house.runner.run(showWebAtReview, coach, choice, once)
  expect(first).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await house.runner.run(showWebAtReview, coach, choice, once)).toEqual(first)
  expect((await prepared(reviewId)).web).toMatchObject({ shows: true, chosenAs: 'together' })
  expect(await house.runner.run(showWebAtReview, self, choice)).toMatchObject({
    code: 'versionConflict',
    details: { current: { shows: true, version: 1 } },
  })
  expect(await house.runner.run(showWebAtReview, coach, { participantId, reviewId, version: 1 })).toMatchObject({
    code: 'invalidInput',
    field: 'shows',
  })
})

test('no other role may choose or read it, a stranger and an unknown review get the same answer', async () => {
  const reviewId = await aReview()
  const choice = { participantId, reviewId, shows: true, version: 0 }
  expect(await house.runner.run(showWebAtReview, stranger, choice)).toEqual(NOT_FOUND)
  expect(await house.runner.run(showWebAtReview, coach, { ...choice, reviewId: newId<ReviewId>() })).toEqual(NOT_FOUND)
  expect((await house.runner.run(showWebAtReview, desk, choice)).ok).toBe(false)
  expect((await house.runner.run(getReviewPreparation, desk, { participantId, reviewId })).ok).toBe(false)
  const key = { participantId, reviewId, version: 1 }
  expect((await house.runner.run(cancelReview, coach, key)).ok).toBe(true)
  expect(await house.runner.run(showWebAtReview, coach, choice)).toMatchObject({ code: 'notPossibleNow' })
})

test('the person sees the choice on the own page', async () => {
  const mine = await house.runner.run(getMyReview, self, { participantId })
  expect(mine).toMatchObject({ ok: true, value: { web: { version: expect.any(Number) } } })
})

test('the ladder is handed out with both moments, and a review that was held keeps what was known on its day', async () => {
  await fill(coach, 'ladder', 'together', LADDER_2)
  await fill(coach, 'ladder', 'together', LADDER_3)
  const reviewId = await aReview()
  expect((await prepared(reviewId)).ladder.map(({ current }) => current)).toEqual([2, 3])
  await house.runner.run(showWebAtReview, coach, { participantId, reviewId, shows: true, version: 0 })
  await house.runner.run(holdReview, coach, { participantId, reviewId, version: 1 })
  await house.owner.query('update filled_instrument set finished_on = $1 where participant_id = $2', [
    addDays(today, 1),
    participantId,
  ])
  expect((await prepared(reviewId)).web).toBeUndefined()
})

test('a review that was held leads to the one that was agreed for next time', async () => {
  const reviewId = await aReview()
  const nextOn = addDays(today, 90)
  expect(await house.runner.run(holdReview, coach, { participantId, reviewId, version: 1, nextOn })).toMatchObject({ ok: true })
  const { next } = await prepared(reviewId)
  expect(next).toBeDefined()
  expect((await prepared(next?.id ?? reviewId)).next, 'nothing after one that is planned').toBeUndefined()
})
