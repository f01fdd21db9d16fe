import { type Selectable, sql } from 'kysely'
import type { AdviceId, CalendarDay, ParticipantId, TenantId, TrajectoryId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Advice, type AdviceState } from '../domain/advice.ts'
import type { TrajectoriesTables } from './tables.ts'

const COLUMNS = [
  'id',
  'participant_id',
  'trajectory_id',
  'state',
  'direction',
  'summary',
  'growth',
  'because',
  'goals',
  'extend_until',
  'to_organisation_id',
  'reads_until',
  'stays_at',
  'end_reason',
  'written_by',
  'written_at',
  'sent_at',
  'sent_by',
  'withdrawal_reason',
  'decision',
  'decision_words',
  'decided_at',
  'decided_by',
  'version',
] as const

const toAdvice = (row: Omit<Selectable<TrajectoriesTables['advice']>, 'tenant_id'>): Advice =>
  Advice.parse({
    id: row.id,
    participantId: row.participant_id,
    trajectoryId: row.trajectory_id,
    state: row.state,
    direction: row.direction ?? undefined,
    summary: row.summary,
    growth: row.growth,
    because: row.because,
    goals: row.goals,
    extendUntil: row.extend_until ?? undefined,
    organisationId: row.to_organisation_id ?? undefined,
    readsUntil: row.reads_until ?? undefined,
    staysAt: row.stays_at,
    endReason: row.end_reason ?? undefined,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    sentAt: row.sent_at ?? undefined,
    sentBy: row.sent_by ?? undefined,
    withdrawalReason: row.withdrawal_reason ?? '',
    decision: row.decision ?? undefined,
    decisionWords: row.decision_words ?? '',
    decidedAt: row.decided_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    version: row.version,
  })

const columnsOf = (advice: Advice) => ({
  state: advice.state,
  direction: advice.direction ?? null,
  summary: advice.summary,
  growth: advice.growth,
  because: advice.because,
  goals: JSON.stringify(advice.goals),
  extend_until: advice.extendUntil ?? null,
  to_organisation_id: advice.organisationId ?? null,
  reads_until: advice.readsUntil ?? null,
  stays_at: advice.staysAt,
  end_reason: advice.endReason ?? null,
  written_by: advice.writtenBy,
  written_at: advice.writtenAt,
  sent_at: advice.state === 'draft' ? null : advice.sentAt,
  sent_by: advice.state === 'draft' ? null : advice.sentBy,
  withdrawal_reason: advice.state === 'withdrawn' ? advice.withdrawalReason : null,
})

const advices = (db: Db) => db.withTables<TrajectoriesTables>().selectFrom('advice').select(COLUMNS)

/** False when another is being written or waits already. */
export const insertAdvice = async (db: Db, tenantId: TenantId, advice: Advice): Promise<boolean> => {
  const { id, participantId, trajectoryId, version } = advice
  const row = { tenant_id: tenantId, id, participant_id: participantId, trajectory_id: trajectoryId, version }
  const none = { decision: null, decision_words: null, decided_at: null, decided_by: null }
  const { numInsertedOrUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .insertInto('advice')
    .values({ ...row, ...columnsOf(advice), ...none })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Whoever sends or withdraws an advice of this person, or writes the own word that goes with it, waits here for another who does,
 * before locking any row: whether the word goes to the municipality follows from whether the advice was sent.
 */
export const takeAdviceTurn = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${participantId}/advice`}, 0))`.execute(db)
}

/** For changing: nobody else changes it before this transaction ends. */
export const lockAdvice = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly participantId: ParticipantId; readonly adviceId: AdviceId },
): Promise<Advice | undefined> => {
  const row = await advices(db)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', key.participantId)
    .where('id', '=', key.adviceId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : toAdvice(row)
}

export const findAdvice = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly adviceId: AdviceId; readonly participantId?: ParticipantId },
): Promise<Advice | undefined> => {
  const { participantId } = key
  const row = await advices(db)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', key.adviceId)
    .$if(participantId !== undefined, q => q.where('participant_id', '=', participantId ?? ''))
    .executeTakeFirst()
  return row === undefined ? undefined : toAdvice(row)
}

/** The one that is being written or waits for an answer. */
export const findOpenAdvice = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId },
): Promise<Advice | undefined> => {
  const row = await advices(db)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', key.participantId)
    .where('trajectory_id', '=', key.trajectoryId)
    .where('state', 'in', ['draft', 'sent'])
    .executeTakeFirst()
  return row === undefined ? undefined : toAdvice(row)
}

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  advices(db)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc'),
)

/** Newest first, as far as the opened slices show them. */
export const listAdvicesOf = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Advice[]> =>
  (await ofPerson(db, { tenantId, participantId })).map(toAdvice)

const ofPeople = prepared<{ tenantId: TenantId; ids: readonly ParticipantId[]; since: CalendarDay }>()((db, param) =>
  advices(db)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', sql<string>`any(${param('ids')}::uuid[])`)
    .where('state', '=', 'decided')
    .where('decided_at', '>=', sql<Date>`${param('since')}::date`),
)

/** Answered since a day, of these people. */
export const listAnsweredAdvices = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
  since: CalendarDay,
): Promise<readonly Advice[]> => (ids.length === 0 ? [] : (await ofPeople(db, { tenantId, ids, since })).map(toAdvice))

/** Of the whole municipality in these states: what waits longest first, else the newest. */
export const listAdvices = async (
  db: Db,
  tenantId: TenantId,
  states: readonly AdviceState[],
  order: 'longest' | 'newest',
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Advice[]> => {
  const rows = await advices(db)
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', [...states])
    .orderBy('sent_at', order === 'longest' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toAdvice)
}

export const countAdvices = async (db: Db, tenantId: TenantId): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('advice')
    .select(({ fn }) => ['state', fn.countAll<string>().as('many')])
    .where('tenant_id', '=', tenantId)
    .where('state', '<>', 'draft')
    .groupBy('state')
    .execute()
  return new Map(rows.map(row => [row.state, Number(row.many)]))
}

/** Saves as the next version. */
export const updateAdvice = async (db: Db, tenantId: TenantId, advice: Advice): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('advice')
    .set({ ...columnsOf(advice), version: advice.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', advice.id)
    .execute()
}

/** The municipality writes its decision and nothing else. */
export const saveDecision = async (db: Db, tenantId: TenantId, advice: Advice & { readonly state: 'decided' }): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('advice')
    .set({
      state: 'decided',
      decision: advice.decision,
      decision_words: advice.decisionWords,
      decided_at: advice.decidedAt,
      decided_by: advice.decidedBy,
      version: advice.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', advice.id)
    .execute()
}
