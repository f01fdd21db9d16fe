import type { CalendarDay, GoalId, MembershipId } from '#kernel'
import { type Db, prepared } from '#platform'
import { UnmetWish } from '../domain/unmet-wish.ts'
import type { PlansTables, Scope } from './tables.ts'

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('unmet_wish')
    .select(['id', 'goal_id', 'area', 'words', 'what_lacks', 'noted_on', 'resolved_on'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('noted_on')
    .orderBy('id'),
)

export const listUnmetWishes = async (db: Db, scope: Scope): Promise<readonly UnmetWish[]> => {
  const rows = await ofPerson(db, scope)
  return rows.map(row =>
    UnmetWish.parse({
      id: row.id,
      goalId: row.goal_id,
      area: row.area,
      words: row.words,
      whatLacks: row.what_lacks,
      notedOn: row.noted_on,
      resolvedOn: row.resolved_on ?? undefined,
    }),
  )
}

export const insertUnmetWish = async (
  db: Db,
  scope: Scope,
  wish: Omit<UnmetWish, 'resolvedOn'> & { readonly notedBy: MembershipId },
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('unmet_wish')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: wish.id,
      goal_id: wish.goalId,
      area: wish.area,
      words: wish.words,
      what_lacks: wish.whatLacks,
      noted_on: wish.notedOn,
      noted_by: wish.notedBy,
      resolved_on: null,
    })
    .execute()
}

const openOf = (db: Db, scope: Scope, goalId: GoalId) =>
  db
    .withTables<PlansTables>()
    .updateTable('unmet_wish')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('goal_id', '=', goalId)
    .where('resolved_on', 'is', null)

/** Says anew what is lacking; resolves to the one that stood open, if any. */
export const renewUnmetWish = async (db: Db, scope: Scope, goalId: GoalId, whatLacks: string): Promise<string | undefined> => {
  const row = await openOf(db, scope, goalId).set({ what_lacks: whatLacks }).returning('id').executeTakeFirst()
  return row?.id
}

export const resolveUnmetWishes = async (db: Db, scope: Scope, goalId: GoalId, on: CalendarDay): Promise<void> => {
  await openOf(db, scope, goalId).set({ resolved_on: on }).execute()
}
