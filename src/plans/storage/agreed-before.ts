import type { GoalId, StepId } from '#kernel'
import type { Db } from '#platform'
import { Recognition } from '../domain/recognition.ts'
import type { PlansTables, Scope } from './tables.ts'

type Kind = 'step' | 'goal'

/** What was agreed before the person chose; with `undefined` it is forgotten. The row is locked by now. */
export const keepAgreedBefore = async (
  db: Db,
  scope: Scope,
  kind: Kind,
  id: StepId | GoalId,
  before: Recognition | undefined,
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .updateTable(kind)
    .set({ recognition_before: before === undefined ? null : JSON.stringify(before) })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .execute()
}

export const agreedBefore = async (db: Db, scope: Scope, kind: Kind, id: StepId | GoalId): Promise<Recognition | undefined> => {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom(kind)
    .select('recognition_before')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .executeTakeFirst()
  const before = row?.recognition_before
  return before === null || before === undefined ? undefined : Recognition.parse(before)
}
