import { type CorrectionId, dayIn, type MembershipId, type ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import { Correction, OpenCorrection, Story } from '../domain/own-voice.ts'
import type { PeopleTables } from './tables.ts'

interface Scope {
  readonly tenantId: TenantId
  readonly participantId: ParticipantId
}
const tables = (db: Db) => db.withTables<PeopleTables>()

export const findStory = async (db: Db, { tenantId, participantId }: Scope): Promise<Story | undefined> => {
  const row = await tables(db)
    .selectFrom('participant_story')
    .select(['words', 'language', 'told_at', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
  return row === undefined ? undefined : Story.parse({ ...row, toldAt: row.told_at.toISOString() })
}

/** False when it was told anew since `version`; 0 = nothing was told yet. */
export const saveStory = async (
  db: Db,
  { tenantId, participantId }: Scope,
  story: { readonly words: string; readonly language: string; readonly at: Date },
  version: number,
): Promise<boolean> => {
  const told = { words: story.words, language: story.language, told_at: story.at, version: version + 1 }
  if (version === 0) {
    const row = await tables(db)
      .insertInto('participant_story')
      .values({ tenant_id: tenantId, participant_id: participantId, ...told })
      .onConflict(conflict => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return row !== undefined
  }
  const { numUpdatedRows } = await tables(db)
    .updateTable('participant_story')
    .set(told)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const rows = (db: Db, { tenantId, participantId }: Scope) =>
  tables(db)
    .selectFrom('correction')
    .select([
      'id',
      'about',
      'words',
      'language',
      'state',
      'asked_at',
      'outcome',
      'answer',
      'answered_at',
      'answered_by',
      'version',
    ])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const toCorrection = (row: Row): Correction =>
  Correction.parse({
    ...{ id: row.id, about: row.about, words: row.words, language: row.language, state: row.state, version: row.version },
    askedAt: row.asked_at.toISOString(),
    ...(row.answered_at === null
      ? {}
      : { outcome: row.outcome, answer: row.answer, answeredAt: row.answered_at.toISOString(), answeredBy: row.answered_by }),
  })

/** Newest first. */
export const listCorrections = async (db: Db, scope: Scope): Promise<readonly Correction[]> =>
  (await rows(db, scope).orderBy('id', 'desc').execute()).map(toCorrection)

/** Without an answer yet, of these people; the oldest first. */
export const listOpenCorrections = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
): Promise<readonly OpenCorrection[]> => {
  if (participantIds.length === 0) return []
  const open = await tables(db)
    .selectFrom('correction')
    .select(['id', 'participant_id', 'about', 'asked_at'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'asked')
    .where('participant_id', 'in', participantIds)
    .orderBy('id')
    .execute()
  return open.map(row =>
    OpenCorrection.parse({
      ...{ id: row.id, participantId: row.participant_id, about: row.about },
      askedOn: dayIn(row.asked_at),
    }),
  )
}

/** Held until the transaction ends, so that two answers do not both count. */
export const lockCorrection = async (db: Db, scope: Scope, id: CorrectionId): Promise<Correction | undefined> => {
  const row = await rows(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : toCorrection(row)
}

export const insertCorrection = async (
  db: Db,
  { tenantId, participantId }: Scope,
  asked: Pick<Correction, 'id' | 'about' | 'words' | 'language'> & { readonly at: Date },
): Promise<void> => {
  const { id, about, words, language, at } = asked
  await tables(db)
    .insertInto('correction')
    .values({
      ...{ tenant_id: tenantId, participant_id: participantId, id, about, words, language },
      ...{ state: 'asked', asked_at: at, outcome: null, answer: '', answered_at: null, answered_by: null, version: 1 },
    })
    .execute()
}

/** Of a row that is held. */
export const saveCorrection = async (
  db: Db,
  { tenantId, participantId }: Scope,
  id: CorrectionId,
  becomes:
    | { readonly state: 'withdrawn' }
    | {
        readonly state: 'answered'
        readonly outcome: string
        readonly answer: string
        readonly at: Date
        readonly by: MembershipId
      },
): Promise<void> => {
  await tables(db)
    .updateTable('correction')
    .set(eb => ({
      state: becomes.state,
      version: eb('version', '+', 1),
      ...(becomes.state === 'withdrawn'
        ? {}
        : { outcome: becomes.outcome, answer: becomes.answer, answered_at: becomes.at, answered_by: becomes.by }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .execute()
}
