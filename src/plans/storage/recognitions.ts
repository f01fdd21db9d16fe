import type { MembershipId, StepId } from '#kernel'
import { type Db, prepared } from '#platform'
import { type Recognition, RecognitionGiven } from '../domain/recognition.ts'
import type { PlansTables, Scope } from './tables.ts'

const MOST = 100

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('recognition_given')
    .select(['id', 'step_id', 'kind', 'words', 'given_at', 'given_by', 'seen_at'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST),
)

/** Newest first. */
export const listRecognitions = async (db: Db, scope: Scope): Promise<readonly RecognitionGiven[]> => {
  const rows = await ofPerson(db, scope)
  return rows.map(row =>
    RecognitionGiven.parse({
      id: row.id,
      stepId: row.step_id,
      kind: row.kind,
      words: row.words,
      givenAt: row.given_at.toISOString(),
      givenBy: row.given_by,
      seenAt: row.seen_at?.toISOString(),
    }),
  )
}

export const insertRecognition = async (
  db: Db,
  scope: Scope,
  given: Recognition & { readonly id: string; readonly stepId: StepId; readonly at: Date; readonly by: MembershipId },
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('recognition_given')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: given.id,
      step_id: given.stepId,
      kind: given.kind,
      words: given.words,
      given_at: given.at,
      given_by: given.by,
      seen_at: null,
    })
    .execute()
}

/** What was given with an answer goes with it when the answer is taken back; what was given apart stays. */
export const deleteRecognitionAt = async (db: Db, scope: Scope, stepId: StepId, at: Date): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .deleteFrom('recognition_given')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('step_id', '=', stepId)
    .where('given_at', '=', at)
    .execute()
}

export const deleteRecognitions = async (db: Db, scope: Scope, stepId: StepId): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .deleteFrom('recognition_given')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('step_id', '=', stepId)
    .execute()
}
