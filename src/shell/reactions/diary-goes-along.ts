import { z } from 'zod'
import { giveBackDiary, handOverDiary } from '#contacts'
import { MembershipId, ParticipantId } from '#kernel'
import type { Reaction, Runner } from '#platform'

const Move = z.object({ participantId: ParticipantId, from: MembershipId, to: MembershipId })

/**
 * Who coordinates is a matter of trajectories, the diary one of contacts; and the municipality hands over without seeing any
 * appointment. Told twice nothing more moves.
 */
export const diaryGoesAlong = (runner: Runner): Readonly<Record<string, Reaction>> => {
  const by =
    (useCase: typeof handOverDiary): Reaction =>
    async fact => {
      const system = { role: 'system', tenantId: fact.tenantId, name: 'diary' } as const
      const answer = await runner.run(useCase, system, Move.parse(fact.payload))
      if (!answer.ok && answer.code !== 'notFound') throw new Error(`${fact.name}: ${answer.code}`)
    }
  return { DiaryHandedOver: by(handOverDiary), DiaryGivenBack: by(giveBackDiary) }
}
