import { expect, test } from 'vitest'
import {
  CalendarDay,
  type MembershipId,
  namedId,
  type OrganisationId,
  type ParticipantId,
  type ReviewId,
  type TrajectoryId,
} from '#kernel'
import { mayRewrite } from './own-word.ts'
import {
  besideTrajectory,
  cancelReview,
  holdReview,
  isOverdue,
  moveReview,
  nextAfter,
  planReview,
  proposeReview,
  putOnHold,
  reopenReview,
  resumeReview,
  type Review,
  reviewStanding,
} from './review.ts'
import type { Trajectory } from './trajectory.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-24')
const trajectory: Trajectory = {
  id: namedId<TrajectoryId>('t'),
  participantId: namedId<ParticipantId>('selam'),
  type: 'socialActivation',
  law: 'participatiewet',
  voluntary: true,
  state: 'active',
  organisationId: namedId<OrganisationId>('brug'),
  coordinatorId: namedId<MembershipId>('coach'),
  startedOn: day('2026-10-01'),
  version: 1,
}
const review: Review = {
  id: namedId<ReviewId>('r'),
  participantId: trajectory.participantId,
  trajectoryId: trajectory.id,
  plannedOn: day('2026-11-24'),
  state: 'planned',
  version: 1,
}

test('a review is planned today or later, while the trajectory runs', () => {
  expect(planReview(trajectory, today, today)).toEqual({ ok: true, value: '2026-11-24' })
  expect(planReview(trajectory, day('2026-11-23'), today)).toMatchObject({ field: 'plannedOn', details: { reason: 'inPast' } })
  expect(planReview({ ...trajectory, state: 'ended' }, today, today)).toMatchObject({ code: 'notPossibleNow' })
})

test('with its trajectory a planned review is over; one that was held stays held', () => {
  const ended = { ...trajectory, state: 'ended' as const }
  expect(besideTrajectory(review, ended).state).toBe('cancelled')
  expect(besideTrajectory({ ...review, state: 'held' }, ended).state).toBe('held')
  expect(besideTrajectory(review, trajectory).state).toBe('planned')
  expect(besideTrajectory(review, undefined).state).toBe('planned')
})

test('a review is held today or earlier, once', () => {
  expect(holdReview(review, today, today)).toMatchObject({ ok: true, value: { state: 'held', heldOn: '2026-11-24' } })
  expect(holdReview(review, day('2026-11-25'), today)).toMatchObject({ field: 'heldOn', details: { reason: 'inFuture' } })
  expect(holdReview({ ...review, state: 'held' }, today, today)).toMatchObject({ code: 'notPossibleNow' })
})

test('only a planned review is moved or cancelled', () => {
  expect(moveReview(review, day('2026-12-01'), today)).toMatchObject({ ok: true, value: { plannedOn: '2026-12-01' } })
  expect(moveReview(review, day('2026-11-01'), today)).toMatchObject({ field: 'plannedOn' })
  expect(cancelReview(review)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  expect(cancelReview({ ...review, state: 'cancelled' })).toMatchObject({ code: 'notPossibleNow' })
})

test('overdue the day after, not on the day itself', () => {
  expect(isOverdue(review, today)).toBe(false)
  expect(isOverdue(review, day('2026-11-25'))).toBe(true)
  expect(isOverdue({ ...review, state: 'held' }, day('2026-11-25'))).toBe(false)
})

test.each([
  ['2026-12-02', 'ahead'],
  ['2026-12-01', 'due'],
  ['2026-11-24', 'due'],
  ['2026-11-23', 'overdue'],
])('planned on %s it is %s', (plannedOn, standing) => {
  expect(reviewStanding({ ...review, plannedOn: day(plannedOn) }, today)).toBe(standing)
})

test('what waits is on hold up to and including the day, and comes back by itself the day after', () => {
  const waits = { ...review, plannedOn: day('2026-11-01'), holdUntil: today }
  expect(reviewStanding(waits, today)).toBe('onHold')
  expect(isOverdue(waits, today)).toBe(false)
  expect(reviewStanding(waits, day('2026-11-25'))).toBe('overdue')
  expect(putOnHold(review, today, today)).toMatchObject({ ok: true, value: { holdUntil: '2026-11-24' } })
  expect(putOnHold(review, day('2026-11-23'), today)).toMatchObject({ field: 'holdUntil', details: { reason: 'inPast' } })
  expect(putOnHold({ ...review, state: 'held' }, today, today)).toMatchObject({ code: 'notPossibleNow' })
  expect(resumeReview(waits)).toMatchObject({ ok: true, value: { holdUntil: undefined } })
  expect(holdReview(waits, today, today)).toMatchObject({ ok: true, value: { holdUntil: undefined } })
})

test('while the trajectory is paused a review waits, and once it ended nothing is due', () => {
  expect(reviewStanding(review, day('2026-11-25'), { state: 'paused' })).toBe('onHold')
  expect(reviewStanding(review, day('2026-11-25'), { state: 'ended' })).toBe('cancelled')
  expect(reviewStanding({ ...review, state: 'held' }, today, { state: 'ended' })).toBe('held')
})

test('a review that was held can be taken back; one that was not cannot', () => {
  expect(reopenReview({ ...review, state: 'held', heldOn: today })).toMatchObject({
    value: { state: 'planned', heldOn: undefined },
  })
  expect(reopenReview(review)).toMatchObject({ code: 'notPossibleNow', details: { state: 'planned' } })
})

test('the next one is after this one, and not in the past', () => {
  expect(nextAfter(today, day('2026-11-25'), today)).toMatchObject({ ok: true })
  expect(nextAfter(today, today, today)).toMatchObject({ field: 'nextOn', details: { reason: 'beforeStart' } })
  expect(nextAfter(day('2026-11-01'), day('2026-11-23'), today)).toMatchObject({ details: { reason: 'inPast' } })
})

test.each([
  ['weeks after the last', '2026-09-24', '2026-12-24'],
  ['the Monday after when that is a Saturday', '2026-09-05', '2026-12-07'],
  ['the Monday after when that is a Sunday', '2026-09-06', '2026-12-07'],
  ['today when the rhythm has passed', '2026-01-01', '2026-11-24'],
])('the rhythm proposes %s', (_, since, proposed) => {
  expect(proposeReview(13, day(since), today)).toBe(proposed)
})

test('what the person wrote is rewritten by the person only', () => {
  expect(mayRewrite(undefined, 'asSaid')).toMatchObject({ ok: true })
  expect(mayRewrite({ writtenAs: 'asSaid' }, 'person')).toMatchObject({ ok: true })
  expect(mayRewrite({ writtenAs: 'person' }, 'asSaid')).toMatchObject({ field: 'words', details: { state: 'writtenByPerson' } })
})
