import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { type PlanLine, planLine } from '../domain/caseload.ts'
import { listPlansInLine } from '../storage/lines.ts'

/** For list queries that opened the slice `plan`: a line for each of these participants, also for an empty plan. */
export const listNextSteps = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
  today: CalendarDay,
): Promise<ReadonlyMap<ParticipantId, PlanLine>> => {
  const plans = await listPlansInLine(db, tenantId, participantIds)
  return new Map(participantIds.map(id => [id, planLine(id, plans.get(id)?.open ?? [], plans.get(id)?.lastAnswer, today)]))
}
