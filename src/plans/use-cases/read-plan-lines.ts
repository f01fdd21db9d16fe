import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { EMPTY_LINE, lineOn, type PlanLine } from '../domain/caseload.ts'
import { soonFrom } from '../domain/next-step.ts'
import { computeLines, listKeptLines } from '../storage/kept-lines.ts'

/** For list queries that opened the slice `plan`: a line for each of these participants, also for an empty plan. */
export const listNextSteps = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
  today: CalendarDay,
): Promise<ReadonlyMap<ParticipantId, PlanLine>> => {
  const kept = await listKeptLines(db, tenantId, participantIds)
  const missing = participantIds.filter(id => !kept.has(id))
  const computed = await computeLines(db, tenantId, missing)
  const soon = soonFrom(today)
  return new Map(participantIds.map(id => [id, lineOn(id, kept.get(id) ?? computed.get(id) ?? EMPTY_LINE, soon)]))
}
