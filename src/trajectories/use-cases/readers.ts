import type { CalendarDay, MembershipId, OrganisationId, ParticipantId, ReviewId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { OPEN_STATES, type Referral } from '../domain/referral.ts'
import type { OwnWord } from '../domain/own-word.ts'
import type { Review } from '../domain/review.ts'
import type { ReviewResult } from '../domain/review-result.ts'
import type { ShownWeb } from '../domain/shown-web.ts'
import type { Trajectory } from '../domain/trajectory.ts'
import { listLookAgain, type LookAgain } from '../storage/intakes.ts'
import { listOpenObjections, type OpenObjection } from '../storage/life-areas.ts'
import { listOwnWords, listReviewsSpokenOf } from '../storage/own-words.ts'
import { listReferrals } from '../storage/referrals.ts'
import { listReviewResults } from '../storage/review-results.ts'
import { listDueReviews, listReviews } from '../storage/reviews.ts'
import { findShownWeb } from '../storage/shown-webs.ts'
import { listRunningOf, listTrajectories, type RunningTrajectory } from '../storage/trajectories.ts'

export type { RunningTrajectory } from '../storage/trajectories.ts'

/** All trajectories of a participant, newest first; needs the trajectory slice. */
export const readTrajectories = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Trajectory[]> =>
  listTrajectories(db, tenantId, [participantId])

/** The running trajectories that this member coordinates; needs the trajectory slice. */
export const listCaseload = (db: Db, tenantId: TenantId, memberId: MembershipId): Promise<readonly RunningTrajectory[]> =>
  listRunningOf(db, tenantId, memberId)

const MOST = 100
/** Referrals that wait for this organisation's answer, the first to be answered first; needs the referral slice. */
export const listNewReferrals = (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Referral[]> =>
  listReferrals(db, tenantId, { states: OPEN_STATES, organisationId }, { limit: MOST, offset: 0 })

/** The reviews of a participant in the order of their days; needs the trajectory slice. */
export const readReviews = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Review[]> =>
  listReviews(db, tenantId, participantId)

/** Reviews planned until that day and not held, of this member's trajectories; needs the trajectory slice. */
export const dueReviews = (db: Db, tenantId: TenantId, memberId: MembershipId, until: CalendarDay): Promise<readonly Review[]> =>
  listDueReviews(db, tenantId, memberId, until)

/** The referrals of a participant, newest first; needs the referral slice. */
export const readReferrals = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Referral[]> =>
  listReferrals(db, tenantId, { participantIds: [participantId] }, { limit: MOST, offset: 0 })

/** Where support came first and the day to look again has come, for this member; needs the slices trajectory and intake. */
export const dueLookAgain = (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  until: CalendarDay,
): Promise<readonly LookAgain[]> => listLookAgain(db, tenantId, memberId, until)

/** Who is against an open life area and waits for an answer of this member; needs the slices trajectory and lifeAreas. */
export const openObjections = (db: Db, tenantId: TenantId, memberId: MembershipId): Promise<readonly OpenObjection[]> =>
  listOpenObjections(db, tenantId, memberId)

/** What reviews led to; needs the plan. */
export const readReviewResults = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly ReviewResult[]> =>
  listReviewResults(db, tenantId, participantId)

/** What the person says, before reviews and about the advice; needs the plan, or shows what goes with an advice. */
/** Whether the own web is on the table at a review; needs the slice instruments, without it nothing was chosen. */
export const readShownWeb = (
  db: Db,
  tenantId: TenantId,
  key: { readonly participantId: ParticipantId; readonly reviewId: ReviewId },
): Promise<ShownWeb | undefined> => findShownWeb(db, tenantId, key)

export const readOwnWords = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly OwnWord[]> =>
  listOwnWords(db, tenantId, participantId)

/** Those of these reviews before which something was said; needs the plan. */
export const readReviewsSpokenOf = (db: Db, tenantId: TenantId, ids: readonly ReviewId[]): Promise<ReadonlySet<ReviewId>> =>
  listReviewsSpokenOf(db, tenantId, ids)
