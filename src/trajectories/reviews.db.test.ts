import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type ParticipantId, type ReviewId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { reaching } from '#people/test-kit'
import { SELF_REACH } from '#sharing'
import { holdReview, listReviews, planReview, putReviewOnHold, reopenReview, resumeReview, writeReviewWord } from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

const today = dayIn(new Date())
const later = addDays(today, 30)
const NOT_FOUND = { ok: false, code: 'notFound' }

let house: TestHouse
let tenantId: TenantId
let coach: Actor
let stranger: Actor
let self: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const elsewhere = await house.organisation(tenantId, 'welfare', 'Samen Verder')
  stranger = await house.member(tenantId, 'coach', { organisationId: elsewhere })
  ;({ participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach))
  self = await house.member(tenantId, 'participant', { participantId })
  await reaching(house, tenantId, participantId, self, SELF_REACH)
})
afterAll(() => house.close())

const aReview = async (plannedOn: string = today): Promise<ReviewId> => {
  const answer = await house.runner.run(planReview, coach, { participantId, trajectoryId, plannedOn })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.reviewId
}
interface Stored {
  readonly goes_on: string
  readonly changes: string
  readonly hold_reason: string
}
const stored = async (reviewId: ReviewId): Promise<Stored | undefined> => {
  const sql = 'select goes_on, changes, hold_reason from review_result where review_id = $1'
  return (await house.owner.query<Stored>(sql, [reviewId])).rows[0]
}
const states = async (): Promise<ReadonlyMap<string, string>> => {
  const listed = await house.runner.run(listReviews, coach, { participantId })
  if (!listed.ok) throw new Error(listed.code)
  return new Map(listed.value.reviews.map(({ id, state }) => [id, state]))
}

test('a review is held in one act: what goes on, what changes, and the next one planned; taking it back keeps the words', async () => {
  const reviewId = await aReview()
  const key = { participantId, reviewId, version: 1 }
  const held = await house.runner.run(holdReview, coach, {
    ...key,
    goesOn: 'De wandelgroep',
    changes: 'Vaker bellen',
    nextOn: later,
  })
  if (!held.ok || held.value.nextReviewId === undefined) throw new Error('No next review')
  const { nextReviewId } = held.value
  expect(await stored(reviewId)).toMatchObject({ goes_on: 'De wandelgroep', changes: 'Vaker bellen' })
  expect((await states()).get(nextReviewId)).toBe('planned')

  const taken = await house.runner.run(reopenReview, coach, { ...key, version: 2, nextReviewId })
  expect(taken).toMatchObject({ ok: true, value: { version: 3 } })
  const now = await states()
  expect([now.get(reviewId), now.get(nextReviewId)]).toEqual(['planned', 'cancelled'])
  expect(await stored(reviewId)).toMatchObject({ goes_on: 'De wandelgroep' })
})

test('a next review that was moved since stays when the one before is taken back', async () => {
  const reviewId = await aReview()
  const held = await house.runner.run(holdReview, coach, { participantId, reviewId, version: 1, nextOn: later })
  if (!held.ok || held.value.nextReviewId === undefined) throw new Error('No next review')
  const { nextReviewId } = held.value
  await house.owner.query('update review set version = 2 where id = $1', [nextReviewId])
  await house.runner.run(reopenReview, coach, { participantId, reviewId, version: 2, nextReviewId })
  expect((await states()).get(nextReviewId)).toBe('planned')
})

test('the review of another organisation is not cancelled along', async () => {
  const theirs = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Ernaast'),
  })
  const desk = await house.member(tenantId, 'serviceplein')
  const { trajectoryId: beside } = await anAcceptedReferral(house, desk, theirs, { knownPerson: participantId })
  const planned = { participantId, trajectoryId: beside, plannedOn: later }
  const other = await house.runner.run(planReview, theirs, planned)
  if (!other.ok) throw new Error(other.code)
  const reviewId = await aReview()
  await house.runner.run(holdReview, coach, { participantId, reviewId, version: 1 })
  const taken = { participantId, reviewId, version: 2, nextReviewId: other.value.reviewId }
  expect(await house.runner.run(reopenReview, coach, taken)).toEqual(NOT_FOUND)
  const still = await house.owner.query('select state from review where id = $1', [other.value.reviewId])
  expect(still.rows).toEqual([{ state: 'planned' }])
})

test('a day that does not fit is refused at its field and nothing is kept; so is an older version and a second time', async () => {
  const reviewId = await aReview()
  const key = { participantId, reviewId, version: 1 }
  const past = await house.runner.run(holdReview, coach, { ...key, goesOn: 'Weg', nextOn: addDays(today, -1) })
  expect(past).toMatchObject({ code: 'invalidInput', field: 'nextOn' })
  expect((await states()).get(reviewId)).toBe('planned')
  expect(await stored(reviewId)).toBeUndefined()
  expect(await house.runner.run(holdReview, coach, { ...key, heldOn: addDays(today, 1) })).toMatchObject({ field: 'heldOn' })
  expect(await house.runner.run(holdReview, coach, { ...key, version: 7 })).toMatchObject({ code: 'versionConflict' })
  const once = { idempotencyKey: newId<string>() }
  const first = await house.runner.run(holdReview, coach, { ...key, nextOn: later }, once)
  expect(await house.runner.run(holdReview, coach, { ...key, nextOn: later }, once)).toEqual(first)
  expect(await house.runner.run(holdReview, coach, { ...key, version: 2 })).toMatchObject({ code: 'notPossibleNow' })
})

test('a review waits until a day with a reason, and goes on when people say so', async () => {
  const reviewId = await aReview()
  const key = { participantId, reviewId, version: 1 }
  const wait = { ...key, holdUntil: addDays(today, 14), holdReason: 'Herstelt van een operatie' }
  expect(await house.runner.run(putReviewOnHold, coach, { ...wait, holdReason: ' ' })).toMatchObject({ field: 'holdReason' })
  expect(await house.runner.run(putReviewOnHold, coach, { ...wait, holdUntil: addDays(today, -1) })).toMatchObject({
    field: 'holdUntil',
  })
  expect(await house.runner.run(putReviewOnHold, coach, wait)).toMatchObject({ ok: true })
  expect(await stored(reviewId)).toMatchObject({ hold_reason: 'Herstelt van een operatie' })
  expect(await house.runner.run(resumeReview, coach, { ...key, version: 2 })).toMatchObject({ ok: true, value: { version: 3 } })
})

test('the person writes beforehand in the own language; the coach cannot put other words there', async () => {
  const reviewId = await aReview(later)
  const word = { participantId, reviewId, version: 0, words: 'Ik slaap beter.' }
  expect(await house.runner.run(writeReviewWord, coach, word)).toMatchObject({ ok: true, value: { version: 1 } })
  const own = { ...word, version: 1, words: 'ደሓን እየ', language: 'ti' }
  expect(await house.runner.run(writeReviewWord, self, own)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await house.runner.run(writeReviewWord, coach, { ...word, version: 2 })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'writtenByPerson' },
  })
  expect(await house.runner.run(writeReviewWord, self, { ...own, version: 1 })).toMatchObject({
    code: 'versionConflict',
    details: { current: { words: 'ደሓን እየ', writtenAs: 'person' } },
  })
  expect(await house.runner.run(writeReviewWord, self, { ...own, words: '', version: 2 })).toMatchObject({ field: 'words' })
})

test('a stranger and an unknown review get the same answer', async () => {
  const reviewId = await aReview(later)
  const key = { participantId, reviewId, version: 1 }
  const unknown = { ...key, reviewId: newId<ReviewId>() }
  const word = { ...key, version: 0, words: 'Ik' }
  for (const [actor, input] of [
    [stranger, key],
    [coach, unknown],
  ] as const) {
    expect(await house.runner.run(holdReview, actor, input)).toEqual(NOT_FOUND)
    expect(await house.runner.run(reopenReview, actor, input)).toEqual(NOT_FOUND)
    expect(await house.runner.run(resumeReview, actor, input)).toEqual(NOT_FOUND)
    expect(await house.runner.run(writeReviewWord, actor, { ...word, reviewId: input.reviewId })).toEqual(NOT_FOUND)
  }
})
