import { z } from 'zod'
import { CalendarDay, ParticipantId, ReviewId } from '#kernel'
import { followReview } from '#contacts'
import type { Reaction, Runner, ToldFact, UseCase } from '#platform'
import { followAppointment } from '#trajectories'

const About = z.object({ participantId: ParticipantId, reviewId: ReviewId, day: CalendarDay.optional() })

type Following = <Input extends z.ZodObject>(fact: ToldFact, useCase: UseCase<Input>, input: object) => Promise<void>

/** A review and its moment in the diary say the same: what happens to one happens to the other. Told twice it changes nothing more. */
export const reviewInDiary = (runner: Runner): Readonly<Record<string, Reaction>> => {
  const run: Following = async (fact, useCase, input) => {
    const answer = await runner.run(useCase, { role: 'system', tenantId: fact.tenantId, name: 'review' }, input)
    if (!answer.ok && answer.code !== 'notFound') throw new Error(`${fact.name}: ${answer.code}`)
  }
  const toDiary =
    (becomes: 'held' | 'cancelled' | 'moved'): Reaction =>
    fact =>
      run(fact, followReview, { ...About.parse(fact.payload), becomes })
  return {
    ReviewHeld: toDiary('held'),
    ReviewCancelled: toDiary('cancelled'),
    ReviewMoved: toDiary('moved'),
    ReviewTalkMoved: fact => run(fact, followAppointment, About.parse(fact.payload)),
  }
}
