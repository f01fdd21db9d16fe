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
import { cancelReview, holdReview, isOverdue, moveReview, planReview, type Review } from './review.ts'
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
