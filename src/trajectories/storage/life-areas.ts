import type { Selectable } from 'kysely'
import type { CalendarDay, LifeAreaId, MembershipId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { LifeArea, Opening } from '../domain/life-area.ts'
import type { Scope, TrajectoriesTables } from './tables.ts'

const COLUMNS = [
  'id',
  'area',
  'reason',
  'opened_on',
  'opened_by',
  'until',
  'closed_on',
  'objection',
  'objection_language',
  'objected_on',
  'answer',
  'answered_on',
  'answered_by',
  'version',
] as const

const toOpening = (row: Omit<Selectable<TrajectoriesTables['life_area']>, 'tenant_id' | 'participant_id'>): Opening =>
  Opening.parse({
    id: row.id,
    area: row.area,
    reason: row.reason,
    openedOn: row.opened_on,
    openedBy: row.opened_by,
    until: row.until,
    closedOn: row.closed_on ?? undefined,
    version: row.version,
    ...(row.objected_on === null
      ? {}
      : { objection: { words: row.objection, language: row.objection_language, on: row.objected_on } }),
    ...(row.answered_on === null ? {} : { answer: { words: row.answer, on: row.answered_on, by: row.answered_by } }),
  })

const columnsOf = ({ reason, until, closedOn, objection, answer }: Opening) => ({
  reason,
  until,
  closed_on: closedOn ?? null,
  objection: objection?.words ?? '',
  objection_language: objection?.language ?? 'nl',
  objected_on: objection?.on ?? null,
  answer: answer?.words ?? '',
  answered_on: answer?.on ?? null,
  answered_by: answer?.by ?? null,
})

const openings = (db: Db, scope: Scope) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('life_area')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)

/** Every period, newest first: for the person, and to decide with. Never handed to a coach as it is. */
export const listOpenings = async (db: Db, scope: Scope): Promise<readonly Opening[]> => {
  const rows = await openings(db, scope).orderBy('opened_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toOpening)
}

/** The same, and nobody opens, closes or changes one before this transaction ends. */
export const lockOpenings = async (db: Db, scope: Scope): Promise<readonly Opening[]> => {
  const rows = await openings(db, scope).orderBy('id').forUpdate().execute()
  return rows.map(toOpening)
}

/** Those that run on this day: what a coach may read. */
export const listRunningOpenings = async (db: Db, scope: Scope, today: CalendarDay): Promise<readonly Opening[]> => {
  const rows = await openings(db, scope)
    .where('closed_on', 'is', null)
    .where('until', '>=', today)
    .orderBy('opened_on')
    .orderBy('id')
    .execute()
  return rows.map(toOpening)
}

/** What may still be known of a period that is over: that it was there and when, not why. */
export interface PastOpening {
  readonly id: LifeAreaId
  readonly area: LifeArea
  readonly openedOn: CalendarDay
  readonly until: CalendarDay
  readonly closedOn: CalendarDay | undefined
  readonly version: number
}

export const listPastOpenings = async (db: Db, scope: Scope, today: CalendarDay): Promise<readonly PastOpening[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('life_area')
    .select(['id', 'area', 'opened_on', 'until', 'closed_on', 'version'])
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where(eb => eb.or([eb('closed_on', 'is not', null), eb('until', '<', today)]))
    .orderBy('opened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id as LifeAreaId,
    area: LifeArea.parse(row.area),
    openedOn: row.opened_on as CalendarDay,
    until: row.until as CalendarDay,
    closedOn: (row.closed_on ?? undefined) as CalendarDay | undefined,
    version: row.version,
  }))
}

/** False when somebody else opened the same area at the same time. */
export const insertOpening = async (db: Db, scope: Scope, opening: Opening): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .withTables<TrajectoriesTables>()
    .insertInto('life_area')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: opening.id,
      area: opening.area,
      opened_on: opening.openedOn,
      opened_by: opening.openedBy,
      ...columnsOf(opening),
      version: opening.version,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves as the next version. */
export const updateOpening = async (db: Db, scope: Scope, opening: Opening): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('life_area')
    .set({ ...columnsOf(opening), version: opening.version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('id', '=', opening.id)
    .execute()
}

/** What stood there before: the reason and last day of a period, or the words of a note. */
export interface EarlierWords {
  readonly ofId: string
  readonly area: LifeArea
  readonly version: number
  readonly words: string
  readonly until: CalendarDay | undefined
  readonly replacedAt: Date
  readonly replacedBy: MembershipId
}

export const insertEarlierWords = async (db: Db, scope: Scope, entry: EarlierWords): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('life_area_version')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      of_id: entry.ofId,
      area: entry.area,
      version: entry.version,
      words: entry.words,
      until: entry.until ?? null,
      replaced_at: entry.replacedAt,
      replaced_by: entry.replacedBy,
    })
    .execute()
}

/** Newest first. */
export const listEarlierWords = async (db: Db, scope: Scope, ids: readonly string[]): Promise<readonly EarlierWords[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('life_area_version')
    .select(['of_id', 'area', 'version', 'words', 'until', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('of_id', 'in', [...ids])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    ofId: row.of_id,
    area: LifeArea.parse(row.area),
    version: row.version,
    words: row.words,
    until: (row.until ?? undefined) as CalendarDay | undefined,
    replacedAt: row.replaced_at,
    replacedBy: row.replaced_by as MembershipId,
  }))
}

export interface OpenObjection {
  readonly participantId: ParticipantId
  readonly objectedOn: CalendarDay
}

/** Who is against an open life area and was not answered, in running trajectories that this member coordinates. */
export const listOpenObjections = async (
  db: Db,
  tenantId: TenantId,
  coordinatorId: MembershipId,
): Promise<readonly OpenObjection[]> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('life_area as l')
    .innerJoin('trajectory as t', join =>
      join.onRef('t.tenant_id', '=', 'l.tenant_id').onRef('t.participant_id', '=', 'l.participant_id'),
    )
    .select(['l.participant_id', eb => eb.fn.min('l.objected_on').as('objected_on')])
    .where('l.tenant_id', '=', tenantId)
    .where('l.objected_on', 'is not', null)
    .where('l.answered_on', 'is', null)
    .where('t.coordinator_id', '=', coordinatorId)
    .where('t.state', '!=', 'ended')
    .groupBy('l.participant_id')
    .orderBy('objected_on')
    .orderBy('l.participant_id')
    .execute()
  return rows.map(row => ({
    participantId: row.participant_id as ParticipantId,
    objectedOn: row.objected_on as CalendarDay,
  }))
}
