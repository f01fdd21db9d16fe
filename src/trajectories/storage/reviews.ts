import type { Selectable } from 'kysely'
import type { CalendarDay, MembershipId, ParticipantId, ReviewId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Review } from '../domain/review.ts'
import type { TrajectoriesTables } from './tables.ts'

const toReview = (row: Omit<Selectable<TrajectoriesTables['review']>, 'tenant_id'>): Review =>
  Review.parse({
    id: row.id,
    participantId: row.participant_id,
    trajectoryId: row.trajectory_id,
    plannedOn: row.planned_on,
    state: row.state,
    heldOn: row.held_on ?? undefined,
    holdUntil: row.hold_until ?? undefined,
    version: row.version,
  })

const reviews = (db: Db) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('review')
    .select([
      'review.id',
      'review.participant_id',
      'review.trajectory_id',
      'review.planned_on',
      'review.state',
      'review.held_on',
      'review.hold_until',
      'review.version',
    ])

export const insertReview = async (db: Db, tenantId: TenantId, review: Review): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('review')
    .values({
      tenant_id: tenantId,
      id: review.id,
      participant_id: review.participantId,
      trajectory_id: review.trajectoryId,
      planned_on: review.plannedOn,
      state: review.state,
      held_on: review.heldOn ?? null,
      hold_until: review.holdUntil ?? null,
      version: review.version,
    })
    .execute()
}

export const findReview = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly participantId: ParticipantId; readonly reviewId: ReviewId },
): Promise<Review | undefined> => {
  const row = await reviews(db)
    .where('review.tenant_id', '=', tenantId)
    .where('review.participant_id', '=', key.participantId)
    .where('review.id', '=', key.reviewId)
    .executeTakeFirst()
  return row === undefined ? undefined : toReview(row)
}

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  reviews(db)
    .where('review.tenant_id', '=', param('tenantId'))
    .where('review.participant_id', '=', param('participantId'))
    .orderBy('review.planned_on')
    .orderBy('review.id'),
)

/** In the order of their days. */
export const listReviews = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Review[]> =>
  (await ofPerson(db, { tenantId, participantId })).map(toReview)

/** Planned until that day (overdue ones too), in trajectories that this member coordinates and that are not paused. */
export const listDueReviews = async (
  db: Db,
  tenantId: TenantId,
  coordinatorId: MembershipId,
  until: CalendarDay,
): Promise<readonly Review[]> => {
  const rows = await reviews(db)
    .where('review.tenant_id', '=', tenantId)
    .innerJoin('trajectory as t', join =>
      join.onRef('t.tenant_id', '=', 'review.tenant_id').onRef('t.id', '=', 'review.trajectory_id'),
    )
    .where('t.coordinator_id', '=', coordinatorId)
    .where('t.state', 'in', ['intake', 'active'])
    .where('review.state', '=', 'planned')
    .where('review.planned_on', '<=', until)
    .orderBy('review.planned_on')
    .orderBy('review.id')
    .execute()
  return rows.map(toReview)
}

/** False when somebody else changed it since its version. */
export const updateReview = async (db: Db, tenantId: TenantId, review: Review): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .updateTable('review')
    .set({
      planned_on: review.plannedOn,
      state: review.state,
      held_on: review.heldOn ?? null,
      hold_until: review.holdUntil ?? null,
      version: review.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', review.id)
    .where('version', '=', review.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
