import type { GoalId, StepId } from '#kernel'
import { type Db, prepared } from '#platform'
import type { AnsweredStep } from '../domain/answer-step.ts'
import { Step } from '../domain/step.ts'
import { planChanges } from './kept-lines.ts'
import { recognitionColumns, toRecognition } from './recognition-columns.ts'
import type { PlansTables, Scope } from './tables.ts'

const STEP_COLUMNS = [
  'id',
  'goal_id',
  'title',
  'language',
  'who',
  'who_name',
  'planned_on',
  'planned_at',
  'place',
  'help_what',
  'help_from',
  'recognition_kind',
  'recognition',
  'recognition_option_id',
  'recognition_cents',
  'recognition_counts_as',
  'state',
  'answered_at',
  'answered_by',
  'own_words',
  'smaller_than',
  'position',
  'version',
] as const
type Row = Pick<PlansTables['step'], (typeof STEP_COLUMNS)[number]>

const toStep = (row: Row): Step =>
  Step.parse({
    id: row.id,
    goalId: row.goal_id,
    title: row.title,
    language: row.language,
    who: row.who,
    whoName: row.who_name ?? undefined,
    plannedOn: row.planned_on ?? undefined,
    plannedAt: row.planned_at?.slice(0, 5),
    place: row.place ?? undefined,
    helpWhat: row.help_what ?? undefined,
    helpFrom: row.help_from ?? undefined,
    recognition: toRecognition(row),
    smallerThan: row.smaller_than ?? undefined,
    position: row.position,
    version: row.version,
    state: row.state,
    answeredAt: row.answered_at?.toISOString(),
    answeredBy: row.answered_by ?? undefined,
    ownWords: row.own_words ?? undefined,
  })

const selectSteps = (db: Db, scope: Scope) =>
  db
    .withTables<PlansTables>()
    .selectFrom('step')
    .select(STEP_COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .orderBy('position')
    .orderBy('id')

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('step')
    .select(STEP_COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('position')
    .orderBy('id'),
)

export const listSteps = async (db: Db, scope: Scope): Promise<readonly Step[]> => (await ofPerson(db, scope)).map(toStep)

export const listStepsOfGoal = async (db: Db, scope: Scope, goalId: GoalId): Promise<readonly Step[]> =>
  (await selectSteps(db, scope).where('goal_id', '=', goalId).execute()).map(toStep)

export const findStep = async (db: Db, scope: Scope, id: StepId): Promise<Step | undefined> => {
  const row = await selectSteps(db, scope).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toStep(row)
}

/** The same, and nobody else answers or changes it until the transaction ends. */
export const lockStep = async (db: Db, scope: Scope, id: StepId): Promise<Step | undefined> => {
  const row = await selectSteps(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : toStep(row)
}

const agreed = (step: Step) => ({
  title: step.title,
  language: step.language,
  who: step.who,
  who_name: step.whoName ?? null,
  planned_on: step.plannedOn ?? null,
  planned_at: step.plannedAt ?? null,
  place: step.place ?? null,
  help_what: step.helpWhat ?? null,
  help_from: step.helpFrom ?? null,
  ...recognitionColumns(step.recognition),
})

export const insertSteps = async (db: Db, scope: Scope, steps: readonly Step[]): Promise<void> => {
  planChanges(db, scope)
  await db
    .withTables<PlansTables>()
    .insertInto('step')
    .values(
      steps.map(step => ({
        tenant_id: scope.tenantId,
        participant_id: scope.participantId,
        id: step.id,
        goal_id: step.goalId,
        ...agreed(step),
        state: 'open',
        answered_at: null,
        answered_by: null,
        own_words: null,
        smaller_than: step.smallerThan ?? null,
        position: step.position,
        version: 1,
      })),
    )
    .execute()
}

const updateStep = (db: Db, scope: Scope, id: StepId) => {
  planChanges(db, scope)
  return db
    .withTables<PlansTables>()
    .updateTable('step')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
}

/** Saves what was agreed; resolves to false when somebody else changed it in the meantime. */
export const saveStep = async (db: Db, scope: Scope, step: Step, version: number): Promise<boolean> =>
  (await updateStep(db, scope, step.id)
    .set({ ...agreed(step), version: version + 1 })
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()) !== undefined

/** Saves how it went, or with `undefined` takes that back. The step is locked by now. */
export const saveAnswer = async (db: Db, scope: Scope, step: Step, answer: AnsweredStep | undefined): Promise<void> => {
  await updateStep(db, scope, step.id)
    .set({
      state: answer?.state ?? 'open',
      answered_at: answer?.answeredAt ?? null,
      answered_by: answer?.answeredBy ?? null,
      own_words: answer?.ownWords ?? null,
      version: step.version + 1,
    })
    .execute()
}

export const savePositions = async (db: Db, scope: Scope, order: readonly StepId[]): Promise<void> => {
  await Promise.all(order.map((id, position) => updateStep(db, scope, id).set({ position }).execute()))
}

export const deleteStep = async (db: Db, scope: Scope, id: StepId): Promise<void> => {
  planChanges(db, scope)
  await db
    .withTables<PlansTables>()
    .deleteFrom('step')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .execute()
}
