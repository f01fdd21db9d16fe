import type { GoalId } from '#kernel'
import { type Db, prepared } from '#platform'
import { GoalRecord } from '../domain/goal.ts'
import { planChanges } from './kept-lines.ts'
import { recognitionColumns, toRecognition } from './recognition-columns.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = [
  'id',
  'wish_id',
  'area',
  'title',
  'language',
  'until',
  'state',
  'closed_on',
  'archive_reason',
  'archive_words',
  'position',
  'focused_at',
  'recognition_kind',
  'recognition',
  'recognition_option_id',
  'recognition_cents',
  'recognition_counts_as',
  'version',
] as const
type Row = Pick<PlansTables['goal'], (typeof COLUMNS)[number]>

const toGoal = (row: Row): GoalRecord =>
  GoalRecord.parse({
    id: row.id,
    wishId: row.wish_id ?? undefined,
    area: row.area,
    title: row.title,
    language: row.language,
    until: row.until ?? undefined,
    position: row.position,
    focusedAt: row.focused_at?.toISOString(),
    recognition:
      row.recognition_kind === null
        ? undefined
        : toRecognition({ ...row, recognition_kind: row.recognition_kind, recognition: row.recognition ?? '' }),
    version: row.version,
    state: row.state,
    closedOn: row.closed_on ?? undefined,
    reason: row.archive_reason ?? undefined,
    reasonWords: row.archive_words,
  })

const selectGoals = (db: Db, scope: Scope) =>
  db
    .withTables<PlansTables>()
    .selectFrom('goal')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('goal')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('position')
    .orderBy('id'),
)

export const listGoals = async (db: Db, scope: Scope): Promise<readonly GoalRecord[]> => (await ofPerson(db, scope)).map(toGoal)

export const findGoal = async (db: Db, scope: Scope, id: GoalId): Promise<GoalRecord | undefined> => {
  const row = await selectGoals(db, scope).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toGoal(row)
}

/** Nobody else changes this goal or the order of its steps until the transaction ends. */
export const lockGoal = async (db: Db, scope: Scope, id: GoalId): Promise<GoalRecord | undefined> => {
  const row = await selectGoals(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : toGoal(row)
}

/** All goals of this person, in order; nobody else changes their order or which has the attention until the transaction ends. */
export const lockGoals = async (db: Db, scope: Scope): Promise<readonly GoalRecord[]> =>
  (await selectGoals(db, scope).orderBy('position').orderBy('id').forUpdate().execute()).map(toGoal)

const updateGoal = (db: Db, scope: Scope, id: GoalId) => {
  planChanges(db, scope)
  return db
    .withTables<PlansTables>()
    .updateTable('goal')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
}

export const saveFocus = async (db: Db, scope: Scope, id: GoalId, at: Date): Promise<void> => {
  await updateGoal(db, scope, id).set({ focused_at: at }).execute()
}

export const saveGoalPositions = async (db: Db, scope: Scope, order: readonly GoalId[]): Promise<void> => {
  await Promise.all(order.map((id, position) => updateGoal(db, scope, id).set({ position }).execute()))
}

export const insertGoal = async (db: Db, scope: Scope, goal: GoalRecord): Promise<void> => {
  planChanges(db, scope)
  await db
    .withTables<PlansTables>()
    .insertInto('goal')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: goal.id,
      wish_id: goal.wishId ?? null,
      area: goal.area,
      title: goal.title,
      language: goal.language,
      until: goal.until ?? null,
      ...agreed(goal),
      ...closing(goal),
      position: goal.position,
      focused_at: goal.focusedAt === undefined ? null : new Date(goal.focusedAt),
      version: goal.version,
    })
    .execute()
}

/** Nothing was agreed: nothing is kept. */
const agreed = ({ recognition }: GoalRecord): Partial<Row> =>
  recognition === undefined || recognition.kind === 'none'
    ? {
        recognition_kind: null,
        recognition: null,
        recognition_option_id: null,
        recognition_cents: null,
        recognition_counts_as: null,
      }
    : recognitionColumns(recognition)

const closing = (goal: GoalRecord): Pick<Row, 'state' | 'closed_on' | 'archive_reason' | 'archive_words'> => ({
  state: goal.state,
  closed_on: goal.state === 'open' ? null : goal.closedOn,
  archive_reason: goal.state === 'archived' ? goal.reason : null,
  archive_words: goal.state === 'archived' ? goal.reasonWords : '',
})

/** Saves the goal as it is now over the given version; resolves to false when somebody else changed it in the meantime. */
export const saveGoal = async (db: Db, scope: Scope, goal: GoalRecord, version: number): Promise<boolean> => {
  const row = await updateGoal(db, scope, goal.id)
    .set({
      wish_id: goal.wishId ?? null,
      area: goal.area,
      title: goal.title,
      language: goal.language,
      until: goal.until ?? null,
      focused_at: goal.focusedAt === undefined ? null : new Date(goal.focusedAt),
      ...agreed(goal),
      ...closing(goal),
      version: version + 1,
    })
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
