import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { type PlanLine, planLine } from '../domain/caseload.ts'
import { withSteps } from '../domain/focus.ts'
import { listGoalsOf } from '../storage/goals.ts'
import { listStepsOf } from '../storage/steps.ts'

/** For list queries that opened the slice `plan`: a line for each of these participants, also for an empty plan. */
export const listNextSteps = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
  today: CalendarDay,
): Promise<ReadonlyMap<ParticipantId, PlanLine>> => {
  const [goals, steps] = await Promise.all([listGoalsOf(db, tenantId, participantIds), listStepsOf(db, tenantId, participantIds)])
  const stepsByGoal = Map.groupBy(steps, step => step.goalId)
  const goalsByPerson = Map.groupBy(goals, ({ participantId }) => participantId)
  return new Map(
    participantIds.map(participantId => {
      const goalsOfPerson = (goalsByPerson.get(participantId) ?? []).map(({ goal }) => goal)
      const own = withSteps(goalsOfPerson, id => stepsByGoal.get(id) ?? [])
      return [participantId, planLine(participantId, own, today)]
    }),
  )
}
