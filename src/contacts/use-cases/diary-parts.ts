import { z } from 'zod'
import { accept, type Decision, MembershipId, ParticipantId, refuse } from '#kernel'
import type { CommandContext } from '#platform'
import type { DiaryMove, moveDiary } from '../storage/diary.ts'

export const DiaryMoveInput = z.object({ participantId: ParticipantId, from: MembershipId, to: MembershipId })
export const DiaryMoved = z.object({ moved: z.number() })

/** When nothing is planned ahead there is nothing to move, and nothing to tell. */
export const moveAhead = async (
  { db, tenantId, now, input, record }: CommandContext<DiaryMove>,
  move: typeof moveDiary,
): Promise<Decision<z.infer<typeof DiaryMoved>>> => {
  const moved = await move(db, tenantId, input, now)
  if (moved.length === 0) return refuse('notFound')
  for (const { id, version } of moved) record({ entity: 'appointment', id, version, fields: ['membershipId'] })
  return accept({ moved: moved.length })
}
