import type { Selectable } from 'kysely'
import type { ParticipantId, ReviewId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { ReviewResult } from '../domain/review-result.ts'
import type { TrajectoriesTables } from './tables.ts'

const toResult = (row: Omit<Selectable<TrajectoriesTables['review_result']>, 'tenant_id' | 'participant_id'>): ReviewResult =>
  ReviewResult.parse({
    reviewId: row.review_id,
    goesOn: row.goes_on,
    changes: row.changes,
    holdReason: row.hold_reason,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  })

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('review_result')
    .select(['review_id', 'goes_on', 'changes', 'hold_reason', 'written_by', 'written_at'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId')),
)

export const listReviewResults = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly ReviewResult[]> => (await ofPerson(db, { tenantId, participantId })).map(toResult)

/** Only the parts that are given change; the others keep their words. */
export const saveReviewResult = async (
  db: Db,
  key: { readonly tenantId: TenantId; readonly participantId: ParticipantId; readonly reviewId: ReviewId },
  result: Pick<ReviewResult, 'writtenBy' | 'writtenAt'> & {
    readonly [Part in 'goesOn' | 'changes' | 'holdReason']?: string | undefined
  },
): Promise<void> => {
  const { goesOn, changes, holdReason } = result
  const written = {
    ...(goesOn === undefined ? {} : { goes_on: goesOn }),
    ...(changes === undefined ? {} : { changes }),
    ...(holdReason === undefined ? {} : { hold_reason: holdReason }),
    written_by: result.writtenBy,
    written_at: result.writtenAt,
  }
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('review_result')
    .values({
      ...{ tenant_id: key.tenantId, participant_id: key.participantId, review_id: key.reviewId },
      ...{ goes_on: '', changes: '', hold_reason: '', ...written },
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'review_id']).doUpdateSet(written))
    .execute()
}
