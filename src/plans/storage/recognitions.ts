import { sql } from 'kysely'
import type { CalendarDay, GoalId, MembershipId, RecognitionBudgetId, StepId } from '#kernel'
import { type Db, prepared } from '#platform'
import type { Counted } from '../domain/benefit-safety.ts'
import { type CountsAs, type Recognition, RecognitionGiven } from '../domain/recognition.ts'
import type { PlansTables, Scope } from './tables.ts'

const MOST = 100
const COLUMNS = [
  'id',
  'step_id',
  'goal_id',
  'kind',
  'words',
  'value_cents',
  'counts_as',
  'given_at',
  'given_by',
  'seen_at',
  'handed_on',
  'handed_by',
  'version',
] as const
type Row = Pick<PlansTables['recognition_given'], (typeof COLUMNS)[number]>
/** For what it was given. */
export type GivenFor = { readonly stepId: StepId } | { readonly goalId: GoalId }

const toGiven = (row: Row): RecognitionGiven =>
  RecognitionGiven.parse({
    id: row.id,
    stepId: row.step_id ?? undefined,
    goalId: row.goal_id ?? undefined,
    kind: row.kind,
    words: row.words,
    valueCents: row.value_cents ?? undefined,
    countsAs: row.counts_as,
    givenAt: row.given_at.toISOString(),
    givenBy: row.given_by,
    seenAt: row.seen_at?.toISOString(),
    handedOn: row.handed_on ?? undefined,
    handedBy: row.handed_by ?? undefined,
    version: row.version,
  })

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('recognition_given')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST),
)

/** Newest first. */
export const listRecognitions = async (db: Db, scope: Scope): Promise<readonly RecognitionGiven[]> =>
  (await ofPerson(db, scope)).map(toGiven)

/** Nobody else hands it out until the transaction ends. */
export const lockRecognition = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ readonly given: RecognitionGiven; readonly budgetId: string | undefined } | undefined> => {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom('recognition_given')
    .select([...COLUMNS, 'budget_id'])
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : { given: toGiven(row), budgetId: row.budget_id ?? undefined }
}

export const insertRecognition = async (
  db: Db,
  scope: Scope,
  given: Recognition & GivenFor & { readonly id: string; readonly at: Date; readonly by: MembershipId },
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('recognition_given')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: given.id,
      step_id: 'stepId' in given ? given.stepId : null,
      goal_id: 'goalId' in given ? given.goalId : null,
      kind: given.kind,
      words: given.words,
      value_cents: given.valueCents ?? null,
      counts_as: given.countsAs ?? 'nothing',
      given_at: given.at,
      given_by: given.by,
      seen_at: null,
      handed_on: null,
      handed_by: null,
      budget_id: null,
      version: 1,
    })
    .execute()
}

/** Handed out, or with `undefined` taken back. The row is locked by now. */
export const saveHanding = async (
  db: Db,
  scope: Scope,
  given: Pick<RecognitionGiven, 'id' | 'version'>,
  handing:
    | { readonly on: CalendarDay; readonly by: MembershipId; readonly budgetId: RecognitionBudgetId | undefined }
    | undefined,
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .updateTable('recognition_given')
    .set({
      handed_on: handing?.on ?? null,
      handed_by: handing?.by ?? null,
      budget_id: handing?.budgetId ?? null,
      version: given.version + 1,
    })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', given.id)
    .execute()
}

/** What was handed out to this person in a year, by how it counts. */
export const countHanded = async (db: Db, scope: Scope, year: number): Promise<ReadonlyMap<CountsAs, Counted>> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('recognition_given')
    .select(['counts_as', sql<number>`sum(value_cents)::int`.as('cents'), sql<number>`count(*)::int`.as('times')])
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('value_cents', 'is not', null)
    .where('handed_on', '>=', `${year}-01-01`)
    .where('handed_on', '<=', `${year}-12-31`)
    .groupBy('counts_as')
    .execute()
  return new Map(rows.map(row => [row.counts_as as CountsAs, { cents: row.cents, times: row.times }]))
}

const givenFor = (db: Db, scope: Scope, given: GivenFor) =>
  db
    .withTables<PlansTables>()
    .deleteFrom('recognition_given')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('stepId' in given ? 'step_id' : 'goal_id', '=', 'stepId' in given ? given.stepId : given.goalId)

/** What was given with an answer goes with it when the answer is taken back; what was given apart stays. */
export const deleteRecognitionAt = async (db: Db, scope: Scope, given: GivenFor, at: Date): Promise<void> => {
  await givenFor(db, scope, given).where('given_at', '=', at).where('handed_on', 'is', null).execute()
}

export const deleteRecognitions = async (db: Db, scope: Scope, given: GivenFor): Promise<void> => {
  await givenFor(db, scope, given).execute()
}

/**
 * Did something for this change hands? Then it cannot be undone as if it had not. Nobody hands out or takes back any of it until
 * the transaction ends; rows are locked in the order goal, step, recognition, budget.
 */
export const lockIsAnythingHanded = async (db: Db, scope: Scope, given: GivenFor): Promise<boolean> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('recognition_given')
    .select('handed_on')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('stepId' in given ? 'step_id' : 'goal_id', '=', 'stepId' in given ? given.stepId : given.goalId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.some(row => row.handed_on !== null)
}
