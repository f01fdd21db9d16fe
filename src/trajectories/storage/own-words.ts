import { type Selectable, sql } from 'kysely'
import { type ParticipantId, ReviewId, type TenantId, type TrajectoryId } from '#kernel'
import { type Db, prepared } from '#platform'
import { OwnWord } from '../domain/own-word.ts'
import type { TrajectoriesTables } from './tables.ts'

const COLUMNS = [
  'id',
  'participant_id',
  'review_id',
  'trajectory_id',
  'words',
  'language',
  'written_as',
  'written_by',
  'written_at',
  'version',
] as const

const toOwnWord = (row: Omit<Selectable<TrajectoriesTables['own_word']>, 'tenant_id' | 'for_municipality'>): OwnWord =>
  OwnWord.parse({
    id: row.id,
    participantId: row.participant_id,
    reviewId: row.review_id ?? undefined,
    trajectoryId: row.trajectory_id ?? undefined,
    words: row.words,
    language: row.language,
    writtenAs: row.written_as,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    version: row.version,
  })

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('own_word')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId')),
)

/** As far as the opened slices show them: all with the plan, for the municipality those that go with an advice. */
export const listOwnWords = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly OwnWord[]> =>
  (await ofPerson(db, { tenantId, participantId })).map(toOwnWord)

const spokenOf = prepared<{ tenantId: TenantId; ids: readonly ReviewId[] }>()((db, param) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('own_word')
    .select(['review_id'])
    .where('tenant_id', '=', param('tenantId'))
    .where('review_id', '=', sql<string>`any(${param('ids')}::uuid[])`),
)

/** Those of these reviews before which something was said. */
export const listReviewsSpokenOf = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ReviewId[],
): Promise<ReadonlySet<ReviewId>> => {
  if (ids.length === 0) return new Set()
  return new Set((await spokenOf(db, { tenantId, ids })).map(row => ReviewId.parse(row.review_id)))
}

/** What a word is about: one review, or the advice of one trajectory. */
export type About = { readonly reviewId: ReviewId } | { readonly trajectoryId: TrajectoryId }

export const findOwnWord = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  about: About,
): Promise<OwnWord | undefined> => {
  const row = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('own_word')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where(eb => ('reviewId' in about ? eb('review_id', '=', about.reviewId) : eb('trajectory_id', '=', about.trajectoryId)))
    .executeTakeFirst()
  return row === undefined ? undefined : toOwnWord(row)
}

/** False when another wrote one in the meantime. */
export const insertOwnWord = async (db: Db, tenantId: TenantId, word: OwnWord, forMunicipality: boolean): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .insertInto('own_word')
    .values({
      tenant_id: tenantId,
      id: word.id,
      participant_id: word.participantId,
      review_id: word.reviewId ?? null,
      trajectory_id: word.trajectoryId ?? null,
      words: word.words,
      language: word.language,
      written_as: word.writtenAs,
      written_by: word.writtenBy,
      written_at: word.writtenAt,
      for_municipality: forMunicipality,
      version: word.version,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when somebody else changed it since its version. */
export const updateOwnWord = async (db: Db, tenantId: TenantId, word: OwnWord, forMunicipality: boolean): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .updateTable('own_word')
    .set({
      words: word.words,
      language: word.language,
      written_as: word.writtenAs,
      written_by: word.writtenBy,
      written_at: word.writtenAt,
      for_municipality: forMunicipality,
      version: word.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', word.id)
    .where('version', '=', word.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What the person says of the advice goes to the municipality with it, and leaves it when the advice is withdrawn. */
export const shareOwnWord = async (
  db: Db,
  tenantId: TenantId,
  about: { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId },
  forMunicipality: boolean,
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('own_word')
    .set({ for_municipality: forMunicipality })
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', about.participantId)
    .where('trajectory_id', '=', about.trajectoryId)
    .execute()
}
